package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.directory.internal.accounts.FirstAccess;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.listing.CopyHealth;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;

/** The parts of a node that deal with the central directory. */
@Configuration(proxyBeanMethods = false)
@InNodeRole
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
            CrashPoints crashPoints) {
        return new Enrolment(new NodeKeyFiles(vault), data, properties, listener, placeholders, crashPoints);
    }

    @Bean
    DirectoryCopy directoryCopy(PublicationTable table, NodeKeys keys, DataDirectory data, InstantSource clock)
            throws IOException {
        // The keys come first: without an enrolment there is no anchor.
        DirectoryCopy copy = new DirectoryCopy(
                table,
                new AnchoredVerifier(Enrolment.anchor(data)),
                keys.nodeId(),
                clock,
                Executors.newVirtualThreadPerTaskExecutor());
        copy.load();
        return copy;
    }

    @Bean
    Replication replication(DirectoryCopy copy, DirectoryProperties properties, DataDirectory data, SecureRandom random)
            throws IOException {
        Anchor anchor = Enrolment.anchor(data);
        Optional<Replication.Source> source =
                Optional.ofNullable(properties.url()).map(url -> new DirectoryDoor(url, anchor)::publications);
        return new Replication(source, copy, properties.pollWait(), random);
    }

    @Bean
    CopyHealth copyHealth(Replication replication) {
        return replication::alarm;
    }

    @Bean
    KeyAdmission keyAdmission(PeerTransport transport, DataDirectory data, DirectoryCopy copy) throws IOException {
        LOG.info("the copy of the directory begins with publication {}", copy.sequence());
        return new KeyAdmission(transport, Enrolment.anchor(data));
    }

    @Bean
    AgencyKeyKeeper agencyKeyKeeper(
            DirectoryCopy copy,
            AgencyKeyStore store,
            KeyAdmission admission,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            InstantSource clock) {
        return new AgencyKeyKeeper(copy, store, admission, placeholders, crashPoints, clock);
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
    KeyCare keyCare(
            DirectoryCopy copy,
            AgencyKeyKeeper agencies,
            NodeCertificateKeeper certificates,
            FirstAccess access,
            DirectoryProperties properties,
            InstantSource clock) {
        Optional<String> exchangeUrl =
                Optional.ofNullable(properties.exchangeUrl()).map(URI::toString);
        return new KeyCare(
                copy,
                agencies,
                certificates,
                exchangeUrl,
                agency -> copy.current()
                        .agency(agency)
                        .ifPresent(entry -> entry.agency()
                                .codeAt(clock.instant())
                                .ifPresent(code ->
                                        access.forAgency(code, entry.agency().name()))));
    }
}
