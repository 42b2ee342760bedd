package vn.lienthong.node.edxml.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Settings of edXML. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdxmlProperties.class)
class EdxmlConfiguration {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    Rounds edxmlOriginals(Originals originals) {
        return Rounds.of("edxml-originals", PAUSE, originals::release);
    }
}
