package vn.lienthong.node.directory.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.accounts.FirstAccess;
import vn.lienthong.node.directory.internal.accounts.FirstTimes;
import vn.lienthong.node.directory.internal.listing.CopyHealth;
import vn.lienthong.node.directory.internal.listing.DirectoryLists;
import vn.lienthong.node.directory.internal.listing.DirectoryPages;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.DirectoryPeers;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.SecondFactors;

/** What both roles have. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    PublicationTable publicationTable(JdbcClient database) {
        return new PublicationTable(database);
    }

    @Bean
    DirectoryPeers directoryPeers(DirectoryView directory, InstantSource clock) {
        return new DirectoryPeers(directory, clock);
    }

    @Bean
    DirectoryLists directoryLists(DirectoryView directory, InstantSource clock) {
        return new DirectoryLists(directory, clock);
    }

    @Bean
    DirectoryPages directoryPages(DirectoryCopy directory, DirectoryLists lists, InstantSource clock) {
        return new DirectoryPages(directory, lists, clock);
    }

    @Bean
    FirstTimes firstTimes(JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        return new FirstTimes(database, transaction, clock);
    }

    @Bean
    FirstAccess firstAccess(
            DirectoryProperties properties,
            Accounts accounts,
            SecondFactors factors,
            ApiKeys keys,
            FirstTimes firstTimes,
            SecureRandom random,
            InstantSource clock) {
        return new FirstAccess(
                Optional.ofNullable(properties.firstAccounts()), accounts, factors, keys, firstTimes, random, clock);
    }

    /** Adds the number of the last publication and the age of the copy to the status. */
    @Bean
    StatusDetail directoryStatus(DirectoryView directory, CopyHealth health, InstantSource clock) {
        return () -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("directorySequence", directory.sequence());
            Instant refreshed = directory.refreshedAt();
            if (refreshed.isAfter(Instant.EPOCH)) {
                members.put(
                        "directoryAgeSeconds",
                        Math.max(0, Duration.between(refreshed, clock.instant()).toSeconds()));
            }
            health.alarm().ifPresent(code -> members.put("directoryAlarm", code.code()));
            return members;
        };
    }
}
