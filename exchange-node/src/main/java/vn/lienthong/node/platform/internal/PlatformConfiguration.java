package vn.lienthong.node.platform.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.PlatformProperties;

/** The one place that chooses the clock, the random source and the crash points. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    TimeOrderedIds timeOrderedIds(InstantSource clock, SecureRandom random) {
        return new TimeOrderedIds(clock, random);
    }

    @Bean
    DataDirectory dataDirectory(PlatformProperties properties) throws IOException {
        return DataDirectory.open(properties.data());
    }

    @Bean
    CrashPoints crashPoints() {
        return CrashPoints.ofThisProcess();
    }
}
