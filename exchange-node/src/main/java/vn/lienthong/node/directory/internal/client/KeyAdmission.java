package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyCertificates;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRegistration;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRevocation;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRevoked;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.LogsListed;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.RenewalRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.SuiteCertificate;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.SuitePublicKey;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.directory.internal.watch.AskedTable;
import vn.lienthong.node.directory.internal.watch.Asking;
import vn.lienthong.node.directory.internal.watch.OwnWatch;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PeerTransport.Peer;

/** The exchange address of the central directory: where a node has keys certified and published. */
class KeyAdmission {

    /** The name under which the directory lists itself. */
    static final NodeId DIRECTORY = new NodeId("directory");

    private static final Logger LOG = LoggerFactory.getLogger(KeyAdmission.class);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    private final PeerTransport transport;
    private final Anchor anchor;
    private final Asking asking;
    private final NodeId self;
    private final InstantSource clock;

    KeyAdmission(PeerTransport transport, Anchor anchor, Asking asking, NodeId self, InstantSource clock) {
        this.transport = transport;
        this.anchor = anchor;
        this.asking = asking;
        this.self = self;
        this.clock = clock;
    }

    /** The name of this node. */
    NodeId self() {
        return self;
    }

    /** Whose certificates are taken. */
    Anchor anchor() {
        return anchor;
    }

    /**
     * Has the keys of an agency certified and published; doing it again with the same keys changes nothing.
     *
     * @param before the keys until now, which confirm the new ones; empty when there are none
     * @throws IOException if the directory cannot be reached or refuses
     */
    AgencyKeySet register(AgencyKeySet keys, Optional<AgencyKeySet> before) throws IOException, InterruptedException {
        List<SuitePublicKey> sealing = keys.sealing().entrySet().stream()
                .map(entry -> new SuitePublicKey(
                        entry.getKey().value(),
                        Octets.of(entry.getValue().certificate().getPublicKey().getEncoded())))
                .sorted(Comparator.comparing(SuitePublicKey::suite))
                .toList();
        KeyRegistration request = new KeyRegistration(
                EnrolmentMessages.VERSION,
                Enrolment.pkcs10(keys.signing().classical()),
                Enrolment.pkcs10(keys.signing().postQuantum()),
                sealing,
                before.map(base -> confirmation(keys, base)).orElse(null));
        HeldKeys.all(keys).forEach(key -> asking.ask(keys.agency(), Asking.Kind.AGENCY_KEY, publicKey(key)));
        byte[] answer = put("/exchange/v1/directory/agencies/" + keys.agency() + "/keys", request);
        return certified(
                keys.agency(),
                keys,
                StrictBody.read(answer, KeyCertificates.class)
                        .orElseThrow(() -> new IOException("the directory's answer to the keys cannot be read")));
    }

    private KeyConfirmation confirmation(AgencyKeySet keys, AgencyKeySet base) {
        Map<SuiteId, Sha256> sealing = new HashMap<>();
        keys.sealing().forEach((suite, key) -> sealing.put(suite, publicKey(key)));
        byte[] statement = KeyConfirmation.statement(
                keys.agency(),
                base.epoch(),
                publicKey(keys.signing().classical()),
                publicKey(keys.signing().postQuantum()),
                sealing);
        Instant now = clock.instant();
        return new KeyConfirmation(
                base.epoch(),
                Octets.of(DetachedSignature.sign(statement, base.signing().classical(), now)),
                Octets.of(DetachedSignature.sign(statement, base.signing().postQuantum(), now)));
    }

    private AgencyKeySet certified(AgencyId agency, AgencyKeySet keys, KeyCertificates answer) throws IOException {
        Map<SuiteId, SigningKey> sealing = new HashMap<>();
        for (SuiteCertificate certificate : answer.suiteCertificates()) {
            SuiteId suite = new SuiteId(certificate.suite());
            SigningKey key = keys.sealing().get(suite);
            if (key == null) {
                throw new IOException("the directory certified a suite that was not asked for");
            }
            sealing.put(suite, Enrolment.certified(key, certificate.certificate(), anchor));
        }
        if (sealing.size() != keys.sealing().size()) {
            throw new IOException("the directory certified fewer suites than were asked for");
        }
        DualSigningKey signing = new DualSigningKey(
                Enrolment.certified(keys.signing().classical(), answer.classicalCertificate(), anchor),
                Enrolment.certified(keys.signing().postQuantum(), answer.postQuantumCertificate(), anchor));
        return new AgencyKeySet(agency, answer.epoch(), signing, sealing);
    }

    /**
     * Has new keys of this node certified and published.
     *
     * @throws IOException if the directory cannot be reached or refuses
     */
    NodeCertificates renew(String exchangeUrl, Reachability reachability, SigningKey tls, SigningKey signing)
            throws IOException, InterruptedException {
        RenewalRequest request = new RenewalRequest(
                EnrolmentMessages.VERSION,
                exchangeUrl,
                reachability.name(),
                Enrolment.pkcs10(tls),
                Enrolment.pkcs10(signing));
        asking.ask(self, Asking.Kind.NODE_KEY, publicKey(tls));
        asking.ask(self, Asking.Kind.NODE_KEY, publicKey(signing));
        asking.ask(self, Asking.Kind.ADDRESS, OwnWatch.text(exchangeUrl));
        asking.ask(self, Asking.Kind.ADDRESS, OwnWatch.text(reachability.name()));
        byte[] answer = put("/exchange/v1/directory/certificates", request);
        return StrictBody.read(answer, NodeCertificates.class)
                .orElseThrow(() -> new IOException("the directory's answer to the renewal cannot be read"));
    }

    /**
     * Has a certificate of an agency served here revoked; doing it again changes nothing.
     *
     * @throws IOException if the directory cannot be reached or refuses
     */
    void revoke(AgencyId agency, Sha256 certificate, String reason) throws IOException, InterruptedException {
        asking.ask(agency, Asking.Kind.REVOCATION, certificate);
        KeyRevocation request = new KeyRevocation(EnrolmentMessages.VERSION, certificate.hex(), reason);
        byte[] answer = put("/exchange/v1/directory/agencies/" + agency + "/revocation", request);
        KeyRevoked revoked = StrictBody.read(answer, KeyRevoked.class)
                .orElseThrow(() -> new IOException("the directory's answer to the revocation cannot be read"));
        LOG.info("a certificate of agency {} is revoked since publication {}", agency, revoked.sequence());
    }

    /**
     * Has the logs of this node listed.
     *
     * @return the publication that lists them, or a later one
     * @throws IOException if the directory cannot be reached or refuses
     */
    long announce(NodeLogs logs) throws IOException, InterruptedException {
        byte[] request = WireFormats.NODE_LOGS.encode(logs);
        asking.ask(self, Asking.Kind.LOGS, Sha256.of(request));
        byte[] answer = put("/exchange/v1/directory/logs", request);
        return StrictBody.read(answer, LogsListed.class)
                .orElseThrow(() -> new IOException("the directory's answer to the logs cannot be read"))
                .sequence();
    }

    private static Sha256 publicKey(SigningKey key) {
        return AskedTable.of(key.certificate().getPublicKey());
    }

    private byte[] put(String path, Object body) throws IOException, InterruptedException {
        return put(path, StrictBody.write(body));
    }

    private byte[] put(String path, byte[] body) throws IOException, InterruptedException {
        Peer directory = transport
                .to(DIRECTORY)
                .orElseThrow(() -> new IOException("the directory has not yet said where its exchange address is"));
        HttpRequest request = HttpRequest.newBuilder(directory.address().resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return DirectoryDoor.send(directory.client(), request, StrictBody.MAX_SIZE);
    }
}
