package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.directory.internal.accounts.FirstAccess;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.listing.CopyHealth;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.directory.internal.publication.OwnLogRecord;
import vn.lienthong.node.directory.internal.publication.SnapshotFile;
import vn.lienthong.node.directory.internal.publication.Taken;
import vn.lienthong.node.directory.internal.watch.AgeWatch;
import vn.lienthong.node.directory.internal.watch.AlarmTable;
import vn.lienthong.node.directory.internal.watch.AskedTable;
import vn.lienthong.node.directory.internal.watch.HeadWatch;
import vn.lienthong.node.directory.internal.watch.KeyQuarantine;
import vn.lienthong.node.directory.internal.watch.OwnWatch;
import vn.lienthong.node.directory.internal.watch.QuarantineTable;
import vn.lienthong.node.directory.internal.watch.WitnessDemand;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.AgencyTokens;
import vn.lienthong.node.keys.KeyDependants;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.log.OperatorPolicy;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.NodeFacts;

/** The parts of a node that deal with the central directory. */
@Configuration(proxyBeanMethods = false)
@InNodeRole
@EnableConfigurationProperties(KeyTerms.class)
class ClientConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConfiguration.class);

    @Bean
    PlaceholderCertificates placeholderCertificates(InstantSource clock) {
        return new PlaceholderCertificates(clock);
    }

    @Bean
    Enrolment enrolment(
            KeyVault vault,
            DataDirectory data,
            DirectoryProperties properties,
            ListenerProperties listener,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            NodeFacts facts) {
        return new Enrolment(
                new NodeKeyFiles(vault), data, properties, listener, placeholders, crashPoints, facts.training());
    }

    @Bean
    AskedTable askedTable(JdbcClient database, InstantSource clock) {
        return new AskedTable(database, clock);
    }

    @Bean
    OwnWatch ownWatch(
            NodeKeyRenewal node, AgencyKeyStore agencies, AskedTable asked, CopyStore store, AlarmTable alarms) {
        OwnWatch watch =
                new OwnWatch(node.identity().nodeId(), new HeldKeys(node, agencies), asked, store.standing(), alarms);
        // An installation from before there were alarms begins with what it has.
        long stored = store.table().latest();
        if (store.standing().watchedFrom().isEmpty() && stored > 0) {
            store.standing().watchFrom(stored);
        }
        return watch;
    }

    @Bean
    KeyQuarantine keyQuarantine(
            CopyStore store,
            JdbcClient database,
            AlarmTable alarms,
            DirectoryProperties properties,
            InstantSource clock) {
        Predicate<SuiteId> suites = switch (properties.keyQuarantine()) {
            case OFF -> suite -> false;
            case SECRET -> KeyTerms::isSecret;
            case ALL -> suite -> true;
        };
        return new KeyQuarantine(
                new QuarantineTable(database),
                fingerprint -> store.table().certificate(fingerprint).map(ClientConfiguration::decoded),
                alarms,
                suites,
                clock);
    }

    @Bean
    Watches watches(OwnWatch own, KeyQuarantine quarantine) {
        return new Watches(own, quarantine);
    }

    /** Who judges each publication that is taken. */
    record Watches(OwnWatch own, KeyQuarantine quarantine) {

        void judge(Taken taken) {
            own.taken(taken);
            quarantine.taken(taken);
        }
    }

    private static X509Certificate decoded(byte[] der) {
        try {
            return Certificates.decode(der);
        } catch (CertificateException e) {
            throw new IllegalStateException("a listed certificate cannot be read", e);
        }
    }

    @Bean
    DirectoryCopy directoryCopy(
            CopyStore store,
            SnapshotFile file,
            NodeKeys keys,
            Watches watches,
            DirectoryProperties properties,
            DataDirectory data,
            InstantSource clock)
            throws IOException {
        // The keys come first: without an enrolment there is no anchor.
        DirectoryCopy copy = new DirectoryCopy(
                store,
                new AnchoredVerifier(Enrolment.anchor(data)),
                keys.nodeId(),
                watches::judge,
                Optional.of(properties.maxAge()),
                clock,
                Executors.newVirtualThreadPerTaskExecutor());
        copy.holdBack(watches.quarantine()::holds);
        copy.load(file);
        return copy;
    }

    @Bean
    WitnessDemand witnessDemand(
            CopyStore store,
            ListedKeys listed,
            AlarmTable alarms,
            OperatorPolicy operator,
            DirectoryProperties properties,
            InstantSource clock) {
        return new WitnessDemand(
                store.standing(), listed, alarms, new WitnessDemand.Terms(operator, properties.witnessGrace()), clock);
    }

    @Bean
    HeadWatch headWatch(
            DirectoryCopy copy,
            CopyStore store,
            ListedKeys listed,
            AlarmTable alarms,
            WitnessDemand demand,
            InstantSource clock) {
        return new HeadWatch(copy, store, listed, alarms, demand, clock);
    }

    @Bean
    Replication replication(
            DirectoryCopy copy,
            HeadWatch heads,
            AlarmTable alarms,
            DirectoryProperties properties,
            DataDirectory data,
            ApplicationEventPublisher events,
            HeldRevocations revocations)
            throws IOException {
        Anchor anchor = Enrolment.anchor(data);
        Optional<Replication.Source> source =
                Optional.ofNullable(properties.url()).map(url -> new DirectoryDoor(url, anchor));
        Replication.Watches watches = new Replication.Watches(heads, alarms, new AgeWatch(copy, events), revocations);
        return new Replication(source, copy, watches, properties.pollWait(), new SecureRandom());
    }

    @Bean
    HeldRevocations heldRevocations(DataDirectory data, InstantSource clock) throws IOException {
        return new HeldRevocations(
                data.directory().resolve("authority.crl"),
                Enrolment.anchor(data).authority(),
                clock);
    }

    @Bean
    CopyHealth copyHealth(Replication replication) {
        return replication::alarm;
    }

    /** Adds how the directory's log stands to the status. */
    @Bean
    StatusDetail directoryLogStatus(HeadWatch heads, WitnessDemand demand) {
        return () -> {
            WitnessDemand.Standing standing = demand.standing();
            Map<String, Object> status = new HashMap<>(Map.of(
                    "directoryLogCompared",
                    heads.state().size(),
                    "directoryLogBlocs",
                    heads.state().blocs() + "/" + heads.state().wanted(),
                    "directoryLogWitnessed",
                    standing.witnessed().size()));
            standing.waitingSince().ifPresent(since -> status.put("directoryUnwitnessedSince", since.toString()));
            return status;
        };
    }

    @Bean
    KeyAdmission keyAdmission(
            PeerTransport transport,
            DataDirectory data,
            AskedTable asked,
            NodeKeys keys,
            DirectoryCopy copy,
            InstantSource clock)
            throws IOException {
        LOG.info("the copy of the directory begins with publication {}", copy.sequence());
        return new KeyAdmission(transport, Enrolment.anchor(data), asked, keys.nodeId(), clock);
    }

    @Bean
    KeyRotation keyRotation(
            DirectoryCopy copy, AgencyTokens tokens, NodeKeys node, KeyTerms terms, InstantSource clock) {
        return new KeyRotation(copy, new PlaceholderCertificates(clock, tokens, node.nodeId()), terms, clock);
    }

    @Bean
    AgencyKeyKeeper agencyKeyKeeper(
            DirectoryCopy copy,
            AgencyKeyStore store,
            KeyAdmission admission,
            KeyRotation rotation,
            List<KeyDependants> dependants,
            CrashPoints crashPoints,
            InstantSource clock) {
        return new AgencyKeyKeeper(copy, store, admission, rotation, dependants, crashPoints, clock);
    }

    @Bean
    NodeKeyLife nodeKeyLife(
            DirectoryCopy copy,
            AgencyKeyStore store,
            AgencyKeyKeeper keeper,
            KeyRotation rotation,
            KeyAdmission admission,
            KeyQuarantine quarantine,
            InstantSource clock) {
        return new NodeKeyLife(copy, store, keeper, rotation, admission, quarantine, clock);
    }

    @Bean
    NodeCertificateKeeper nodeCertificateKeeper(
            DirectoryCopy copy,
            NodeKeyRenewal keys,
            KeyVault vault,
            KeyAdmission admission,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            InstantSource clock) {
        return new NodeCertificateKeeper(
                copy, keys, new NodeKeyFiles(vault), admission, placeholders, crashPoints, clock);
    }

    @Bean
    LogAnnouncement logAnnouncement(DirectoryCopy copy, NodeKeys keys, OwnLogRecord own, KeyAdmission admission) {
        return new LogAnnouncement(copy, keys.nodeId(), own::ofNode, admission);
    }

    @Bean
    KeyCare keyCare(
            DirectoryCopy copy,
            AgencyKeyKeeper agencies,
            NodeCertificateKeeper certificates,
            LogAnnouncement logs,
            FirstAccess access,
            DirectoryProperties properties,
            InstantSource clock) {
        return new KeyCare(
                copy,
                agencies,
                certificates,
                logs,
                OwnReach.of(properties),
                agency -> copy.current()
                        .agency(agency)
                        .ifPresent(entry -> entry.agency()
                                .codeAt(clock.instant())
                                .ifPresent(code ->
                                        access.forAgency(code, entry.agency().name()))));
    }
}
