package vn.lienthong.node.protection.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.LocalSecrets;
import vn.lienthong.node.protection.MasterKeyProperties;
import vn.lienthong.node.protection.MasterKeyState;
import vn.lienthong.node.protection.Resealing;
import vn.lienthong.node.protection.StreamKeys;

/** Opens the keys at rest: those of the data directory before the database starts, those of the database after. */
@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProtectionConfiguration.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration ORDERS = Duration.ofSeconds(2);

    @Bean
    LocalKeys localKeys(DataDirectory data, MasterKeyProperties settings, SecureRandom random, InstantSource clock) {
        LocalKeys keys = LocalKeys.open(data.root(), settings, random, clock);
        if (keys.master().outsideDataDirectory()) {
            LOG.info("the master key comes from {}", keys.master().place());
        } else {
            LOG.warn(
                    "the master key lies in the data directory, {}: whoever copies the whole directory can read what"
                            + " is sealed in it, and secret documents are refused; see docs/protection.md",
                    keys.master().place());
        }
        return keys;
    }

    @Bean
    MasterKeyState masterKeyState(LocalKeys keys) {
        return keys.master();
    }

    @Bean
    LocalSecrets localSecrets(LocalKeys keys, CrashPoints crash) {
        return keys.secrets(crash);
    }

    @Bean
    StreamKeys streamKeys(LocalKeys keys) {
        return new RingStreams(keys.ring());
    }

    @Bean
    DatabaseKeys databaseKeys(
            LocalKeys local,
            JdbcTemplate sql,
            PlatformTransactionManager transactions,
            CrashPoints crash,
            SecureRandom random,
            InstantSource clock) {
        return DatabaseKeys.open(new TableRows(sql, transactions), local, crash, random, clock);
    }

    @Bean
    FieldSealing fieldSealing(DatabaseKeys keys) {
        return new RingSealing(keys.ring());
    }

    @Bean
    RotationWork restingKeyRotation(
            LocalKeys local,
            DatabaseKeys database,
            ObjectProvider<Resealing> resealings,
            MasterKeyProperties settings,
            ApplicationEventPublisher news,
            CrashPoints crash,
            InstantSource clock) {
        return new RotationWork(
                local,
                database,
                new RotationWork.Parts(
                        () -> resealings.stream().toList(), settings.keepRetired(), news::publishEvent, crash, clock));
    }

    @Bean
    Rounds protectionOrderRounds(RotationWork work, LocalKeys local) {
        RotationDesk desk = new RotationDesk(local.root().resolve("secrets"));
        return Rounds.of("protection-orders", ORDERS, () -> desk.serve(work));
    }

    @Bean
    Rounds protectionRounds(RotationWork work) {
        return Rounds.untilDone("protection", PAUSE, work::piece);
    }
}
