package vn.lienthong.node.directory.internal.watch;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.CertificateOwner;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.StandingTable;
import vn.lienthong.node.directory.internal.publication.Taken;
import vn.lienthong.node.directory.internal.publication.TakenListener;
import vn.lienthong.node.directory.internal.watch.AlarmTable.Finding;

/**
 * Rings when the directory publishes something about this node or the agencies that it serves which this node did not ask for.
 *
 * <p>Guarantees: the alarm is durable together with the publication. What is from before the enrolment of this installation is not
 * judged. An agency that is newly registered here is none: its node learns of it in this way.
 */
public final class OwnWatch implements TakenListener {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWatch.class);

    private final NodeId self;
    private final OwnKeys keys;
    private final AskedTable asked;
    private final StandingTable standing;
    private final AlarmTable alarms;

    /** Watches for this node. */
    public OwnWatch(NodeId self, OwnKeys keys, AskedTable asked, StandingTable standing, AlarmTable alarms) {
        this.self = self;
        this.keys = keys;
        this.asked = asked;
        this.standing = standing;
        this.alarms = alarms;
    }

    /** The keys that this node holds, whatever it has asked for. */
    public interface OwnKeys {

        /** Whether this is the node's own key for connections at this moment. */
        boolean isOwnTls(Sha256 publicKey);

        /** Whether this is a key of the node or of the agency that this node holds. */
        boolean isHeld(Object subject, Sha256 publicKey);
    }

    /** What was found about one change. */
    private record Objection(Kind kind, String subject, String detail) {}

    @Override
    public void taken(Taken taken) {
        OptionalLong from = standing.watchedFrom();
        if (from.isEmpty()) {
            if (listsOwnKeys(taken)) {
                standing.watchFrom(taken.publication().sequence());
            }
            return;
        }
        if (taken.publication().sequence() <= from.getAsLong()) {
            return;
        }
        Set<AgencyId> arrived = new HashSet<>();
        List<DirectoryChange> changes = taken.publication().changes();
        for (int i = 0; i < changes.size(); i++) {
            DirectoryChange change = changes.get(i);
            long index = taken.start().size() + i;
            if (change instanceof AgencyPut put && put.node().equals(self)) {
                arrived.add(put.agency().id());
            }
            judge(change, taken.before(), arrived).ifPresent(objection -> ring(objection, taken, index));
        }
    }

    private boolean listsOwnKeys(Taken taken) {
        return taken.publication().changes().stream()
                .anyMatch(change -> change instanceof NodePut put
                        && put.id().equals(self)
                        && keyOf(put.tlsCertificate()).filter(keys::isOwnTls).isPresent());
    }

    private void ring(Objection objection, Taken taken, long index) {
        long sequence = taken.publication().sequence();
        alarms.raise(
                new Finding(
                        objection.kind(),
                        ErrorCode.DIRECTORY_UNASKED_CHANGE,
                        objection.subject(),
                        sequence,
                        index,
                        objection.detail(),
                        null),
                false);
    }

    private Optional<Objection> judge(DirectoryChange change, DirectorySnapshot before, Set<AgencyId> arrived) {
        return switch (change) {
            case NodePut put when put.id().equals(self) -> node(put, before);
            case NodeLogsPut put when put.node().equals(self) -> logs(put);
            case NodeRevoked revoked
            when revoked.node().equals(self) ->
                Optional.of(new Objection(Kind.REVOCATION, self.value(), "this node is revoked: " + revoked.reason()));
            case CertificateRevoked revoked -> revocation(revoked, before);
            case AgencyPut put -> hosted(before, put.agency().id()).flatMap(known -> agency(put, known));
            case AgencyKeysPut put
            when arrived.contains(put.agency()) || hosted(before, put.agency()).isPresent() -> keys(put);
            case AgencyClosed closed -> closure(closed, before);
            default -> Optional.empty();
        };
    }

    private Optional<AgencyEntry> hosted(DirectorySnapshot before, AgencyId agency) {
        return before.agency(agency).filter(entry -> entry.node().equals(self));
    }

    private Optional<Objection> node(NodePut put, DirectorySnapshot before) {
        NodePut known = before.node(self).map(NodeEntry::node).orElse(put);
        boolean ownKeys = isOwn(self, Asking.Kind.NODE_KEY, put.tlsCertificate())
                && isOwn(self, Asking.Kind.NODE_KEY, put.signingCertificate());
        if (!ownKeys) {
            return Optional.of(
                    new Objection(Kind.NODE, self.value(), "certificates of keys that this node did not make"));
        }
        boolean ownAddress = put.exchangeUrl().equals(known.exchangeUrl())
                || asked.isAsked(self, Asking.Kind.ADDRESS, text(put.exchangeUrl()));
        boolean ownReach = put.reachability() == known.reachability()
                || asked.isAsked(
                        self, Asking.Kind.ADDRESS, text(put.reachability().name()));
        boolean same = put.name().equals(known.name()) && ownReach && put.status() == known.status();
        if (put.approvedFor() != known.approvedFor()) {
            String detail =
                    "this node may handle secrets up to " + put.approvedFor() + ", before " + known.approvedFor();
            return Optional.of(new Objection(Kind.NODE, self.value(), detail));
        }
        return ownAddress && same
                ? Optional.empty()
                : Optional.of(new Objection(Kind.NODE, self.value(), "address, name or status of this node"));
    }

    private Optional<Objection> logs(NodeLogsPut put) {
        Sha256 record = Sha256.of(WireFormats.NODE_LOGS.encode(put.logs()));
        return asked.isAsked(self, Asking.Kind.LOGS, record)
                ? Optional.empty()
                : Optional.of(new Objection(Kind.NODE_LOGS, self.value(), "logs or witness keys of this node"));
    }

    private Optional<Objection> agency(AgencyPut put, AgencyEntry known) {
        String subject = put.agency().id().toString();
        if (!put.node().equals(self)) {
            return Optional.of(new Objection(Kind.ROUTE, subject, "documents go to node " + put.node() + " now"));
        }
        if (!put.suites().equals(known.suites())) {
            return Optional.of(new Objection(Kind.SUITES, subject, "accepted suites: " + put.suites()));
        }
        return put.agency().equals(known.agency())
                ? Optional.empty()
                : Optional.of(new Objection(Kind.AGENCY, subject, "codes, name, bloc or parent"));
    }

    private Optional<Objection> keys(AgencyKeysPut put) {
        boolean own = Stream.concat(
                        Stream.of(put.classical(), put.postQuantum()),
                        put.suiteKeys().stream().map(SuiteKey::certificate))
                .allMatch(certificate -> isOwn(put.agency(), Asking.Kind.AGENCY_KEY, certificate.der()));
        String detail = "keys of epoch " + put.epoch() + " that this node did not make";
        return own
                ? Optional.empty()
                : Optional.of(new Objection(Kind.AGENCY_KEYS, put.agency().toString(), detail));
    }

    private Optional<Objection> revocation(CertificateRevoked revoked, DirectorySnapshot before) {
        String detail = "certificate " + revoked.fingerprint() + " is revoked: " + revoked.reason();
        return switch (before.owner(revoked.fingerprint()).orElse(null)) {
            case CertificateOwner.OfNode(NodeId node)
            when node.equals(self) -> Optional.of(new Objection(Kind.REVOCATION, self.value(), detail));
            case CertificateOwner.OfAgency(AgencyId agency)
            when hosted(before, agency).isPresent()
                    && !asked.isAsked(agency, Asking.Kind.REVOCATION, revoked.fingerprint()) ->
                Optional.of(new Objection(Kind.REVOCATION, agency.toString(), detail));
            case null, default -> Optional.empty();
        };
    }

    private Optional<Objection> closure(AgencyClosed closed, DirectorySnapshot before) {
        return before.agency(closed.code(), closed.at())
                .filter(entry -> entry.node().equals(self))
                .filter(entry ->
                        entry.agency().codes().stream().map(CodeValidity::code).anyMatch(closed.code()::equals))
                .map(entry -> new Objection(
                        Kind.CODE_CLOSED,
                        closed.code().value(),
                        "closed from " + closed.at() + ", successors " + closed.successors()));
    }

    private boolean isOwn(Object subject, Asking.Kind kind, Octets certificate) {
        return keyOf(certificate)
                .filter(key -> keys.isHeld(subject, key) || asked.isAsked(subject, kind, key))
                .isPresent();
    }

    private static Optional<Sha256> keyOf(Octets certificate) {
        try {
            X509Certificate decoded = Certificates.decode(certificate.toByteArray());
            return Optional.of(AskedTable.of(decoded.getPublicKey()));
        } catch (CertificateException e) {
            LOG.warn("the directory lists a certificate that cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /** What stands for an address. */
    public static Sha256 text(String address) {
        return Sha256.of(address.getBytes(StandardCharsets.UTF_8));
    }
}
