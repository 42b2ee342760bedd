package vn.lienthong.node.revocation.internal;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.revocation.Revocations;

/** The parts that ask about revocation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RevocationProperties.class)
@InNodeRole
class RevocationConfiguration {

    @Bean
    AnswerCalls answerCalls(RevocationProperties settings, InstantSource clock) {
        return new AnswerCalls(settings, clock);
    }

    @Bean
    Revocations revocations(AnswerCalls calls, RevocationProperties settings, DataDirectory data, InstantSource clock) {
        return new AskedRevocations(new AnswerFiles(data.root().resolve("revocation")), calls, settings, clock);
    }
}
