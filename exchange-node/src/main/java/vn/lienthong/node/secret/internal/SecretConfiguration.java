package vn.lienthong.node.secret.internal;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.Resealing;

/** What the secret area does by itself. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    private static final Duration SENDING = Duration.ofSeconds(2);
    private static final Duration UPKEEP = Duration.ofSeconds(30);

    @Bean
    Resealing secretMetadataResealing(JdbcClient database, ObjectProvider<FieldSealing> fields, Basics basics) {
        return new SecretResealing(Seals.METADATA, database, fields, basics);
    }

    @Bean
    Resealing secretShareResealing(JdbcClient database, ObjectProvider<FieldSealing> fields, Basics basics) {
        return new SecretResealing(Seals.SHARES, database, fields, basics);
    }

    @Bean
    Resealing secretPersonResealing(JdbcClient database, ObjectProvider<FieldSealing> fields, Basics basics) {
        return new SecretResealing(Seals.PERSONS, database, fields, basics);
    }

    @Bean
    Rounds secretSending(Sending sending) {
        return Rounds.untilDone("secret-sending", SENDING, sending::run);
    }

    @Bean
    Rounds secretUpkeep(Unlocked unlocked, Arrivals arrivals, ReaderRows readers, Basics basics) {
        return Rounds.afterPause("secret-upkeep", UPKEEP, () -> {
            unlocked.sweep();
            arrivals.splitWaiting();
            int _ = readers.sweepConsents(basics.now());
        });
    }
}
