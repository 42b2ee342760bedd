package vn.lienthong.node.directory.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.accounts.FirstAccess;
import vn.lienthong.node.directory.internal.accounts.FirstTimes;
import vn.lienthong.node.directory.internal.listing.CopyHealth;
import vn.lienthong.node.directory.internal.listing.CopyNotices;
import vn.lienthong.node.directory.internal.listing.DirectoryLists;
import vn.lienthong.node.directory.internal.listing.DirectoryNaming;
import vn.lienthong.node.directory.internal.listing.DirectoryPages;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.DirectoryPeers;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.directory.internal.publication.LogRegister;
import vn.lienthong.node.directory.internal.publication.OwnLogRecord;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.directory.internal.publication.SnapshotFile;
import vn.lienthong.node.directory.internal.publication.SnapshotKeeper;
import vn.lienthong.node.directory.internal.publication.StandingTable.KeptSnapshot;
import vn.lienthong.node.directory.internal.publication.TouchedAgencies;
import vn.lienthong.node.directory.internal.publication.TreeProofs;
import vn.lienthong.node.directory.internal.watch.AlarmTable;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.web.AgencyNaming;

/** What both roles have. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    CopyStore copyStore(DataSource source, TransactionTemplate transaction) {
        return new CopyStore(source, transaction);
    }

    @Bean
    PublicationTable publicationTable(CopyStore store) {
        return store.table();
    }

    @Bean
    SnapshotFile snapshotFile(DataDirectory data) {
        return new SnapshotFile(data.directory().resolve("snapshot"));
    }

    @Bean
    SnapshotKeeper snapshotKeeper(DirectoryCopy copy, SnapshotFile file, CopyStore store) {
        return new SnapshotKeeper(
                copy,
                file,
                store.standing().snapshot().map(KeptSnapshot::sequence).orElse(0L));
    }

    @Bean
    ListedKeys listedKeys(DirectoryView directory) {
        return new ListedKeys(directory);
    }

    @Bean
    OwnLogRecord ownLogRecord(LogIdentity identity, DirectoryProperties properties, ListenerPorts ports) {
        return new OwnLogRecord(identity, properties, ports);
    }

    @Bean
    LogRegister logRegister(DirectoryView directory, ListedKeys listed, NodeKeys keys) {
        return new LogRegister(directory, listed, keys.nodeId());
    }

    @Bean
    TreeProofs treeProofs(CopyStore store, DirectoryCopy copy) {
        return new TreeProofs(store, copy);
    }

    @Bean
    AlarmTable alarmTable(
            JdbcClient database,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new AlarmTable(database, transaction, events, ids, clock);
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
    TouchedAgencies touchedAgencies(CopyStore store, DirectoryView directory) {
        return new TouchedAgencies(store, directory);
    }

    @Bean
    AgencyNaming agencyNaming(DirectoryView directory, InstantSource clock) {
        return new DirectoryNaming(directory, clock);
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
    CopyNotices copyNotices(DirectoryView directory) {
        return new CopyNotices(directory);
    }

    @Bean
    FirstAccess.Wanted wantedAccess(DirectoryProperties properties, PlatformProperties platform) {
        return new FirstAccess.Wanted(
                Optional.ofNullable(properties.firstAccounts()),
                Optional.ofNullable(properties.firstLeader()),
                platform.sandbox());
    }

    @Bean
    FirstAccess firstAccess(
            FirstAccess.Wanted wanted,
            Accounts accounts,
            SecondFactors factors,
            ApiKeys keys,
            FirstTimes firstTimes,
            SecureRandom random,
            InstantSource clock) {
        return new FirstAccess(wanted, accounts, factors, keys, firstTimes, random, clock);
    }

    /** Adds the number of the last publication and the age of the copy to the status. */
    @Bean
    StatusDetail directoryStatus(DirectoryView directory, CopyHealth health, AlarmTable alarms, InstantSource clock) {
        return () -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("directorySequence", directory.sequence());
            members.put(
                    "directoryLogSize",
                    directory.head().map(DirectoryHead::size).orElse(0L));
            members.put("directoryStage", directory.age().stage().name());
            Instant endsAt = directory.age().endsAt();
            if (endsAt != null) {
                members.put(
                        "directoryEndsAt",
                        endsAt.truncatedTo(ChronoUnit.SECONDS).toString());
            }
            members.put("directoryAlarms", alarms.openCount());
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
