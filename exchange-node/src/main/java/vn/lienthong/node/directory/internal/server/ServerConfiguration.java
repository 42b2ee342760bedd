package vn.lienthong.node.directory.internal.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.directory.internal.accounts.FirstAccess;
import vn.lienthong.node.directory.internal.listing.CopyHealth;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.OwnLogRecord;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.directory.internal.publication.SnapshotFile;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InDirectoryRole;
import vn.lienthong.node.platform.NodeFacts;

/** The parts of the central directory. */
@Configuration(proxyBeanMethods = false)
@InDirectoryRole
class ServerConfiguration {

    private static final int WAITING_NODES = 4_000;

    @Bean
    DirectoryAuthority directoryAuthority(KeyVault vault, DataDirectory data, NodeFacts facts, InstantSource clock)
            throws IOException {
        return DirectoryAuthority.open(vault, data.keys().resolve("anchor.pem"), facts.training(), clock);
    }

    @Bean
    TimestampService timestampService(DirectoryAuthority authority, KeyVault vault, InstantSource clock)
            throws IOException {
        return new TimestampService(authority, vault, clock);
    }

    @Bean
    DirectorySelf directorySelf(
            DirectoryAuthority authority, KeyVault vault, DirectoryProperties properties, InstantSource clock) {
        return new DirectorySelf(
                authority, new NodeKeyFiles(vault), properties, new PlaceholderCertificates(clock), clock);
    }

    @Bean
    DirectoryCopy directoryCopy(CopyStore store, SnapshotFile file, DirectoryAuthority authority, InstantSource clock) {
        DirectoryCopy copy = new DirectoryCopy(
                store,
                new AnchoredVerifier(authority.anchor()),
                NodeRegistration.DIRECTORY,
                taken -> {},
                Optional.empty(),
                clock,
                Executors.newVirtualThreadPerTaskExecutor());
        copy.load(file);
        return copy;
    }

    @Bean
    PublicationBell publicationBell(DirectoryCopy copy) {
        PublicationBell bell = new PublicationBell(WAITING_NODES);
        bell.ring(copy.sequence());
        copy.onChange(() -> bell.ring(copy.sequence()));
        return bell;
    }

    @Bean
    PublicationLog publicationLog(
            PublicationTable table,
            DirectoryCopy copy,
            DirectoryAuthority authority,
            LogBook book,
            TransactionTemplate transaction,
            InstantSource clock,
            AuditTrail trail) {
        return new PublicationLog(table, copy, authority, new ChangeBook(book, table), transaction, clock, trail);
    }

    @Bean
    TokenTable tokenTable(JdbcClient database) {
        return new TokenTable(database);
    }

    @Bean
    AnnouncedAgencies announcedAgencies(JdbcClient database) {
        return new AnnouncedAgencies(database);
    }

    @Bean
    NodeRegistration nodeRegistration(
            PublicationLog log,
            TokenTable tokens,
            AnnouncedAgencies announced,
            DirectoryAuthority authority,
            TimeOrderedIds ids,
            SecureRandom random,
            InstantSource clock) {
        return new NodeRegistration(log, tokens, announced, authority, ids, random, clock);
    }

    @Bean
    AgencyAdministration agencyAdministration(
            PublicationLog log, TokenTable tokens, AnnouncedAgencies announced, TimeOrderedIds ids) {
        return new AgencyAdministration(log, tokens, announced, ids);
    }

    @Bean
    NodeApprovals nodeApprovals(
            PublicationLog log,
            JdbcClient database,
            AuditTrail trail,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new NodeApprovals(log, new ApprovalTable(database), trail, transactions, ids, clock);
    }

    @Bean
    AgencyKeyRegistration agencyKeyRegistration(PublicationLog log, DirectoryCopy copy, DirectoryAuthority authority) {
        return new AgencyKeyRegistration(log, copy, authority);
    }

    @Bean
    NodeLogRegistration nodeLogRegistration(PublicationLog log) {
        return new NodeLogRegistration(log);
    }

    @Bean
    CopyHealth copyHealth() {
        return Optional::empty;
    }

    @Bean
    Listing listing(DirectorySelf self, PublicationLog log, NodeLogRegistration logs, OwnLogRecord own) {
        return (node, exchangePort) ->
                Math.max(self.list(log, node, exchangePort), logs.list(node.nodeId(), own.ofDirectory()));
    }

    /** How the directory lists itself. */
    @FunctionalInterface
    interface Listing {

        /** Lists address, certificates and logs; answers with the last publication about them, or a later one. */
        long list(NodeIdentity node, int exchangePort);
    }

    /** Lists the directory's own address as soon as its ports are open, then makes the first accounts. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> opening(
            Listing listing, NodeKeyRenewal keys, ListenerPorts ports, FirstAccess access, DirectoryCopy copy) {
        return ready -> {
            long sequence = listing.list(keys.identity(), ports.exchange());
            if (sequence >= copy.sequence()) {
                copy.confirm();
            }
            access.forDirectory();
        };
    }

    /** Lets waiting nodes go, so that they do not hold up the end. */
    @Bean
    ApplicationListener<ContextClosedEvent> closing(PublicationBell bell) {
        return closed -> bell.close();
    }
}
