package vn.lienthong.node.delivery.internal.receiving;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Checks 1 to 4 of {@code docs/protocol §6}: what can be said about a parcel without its payload, cheapest first. */
@Component
@InNodeRole
class Examination {

    /** How far the clock of a sender may be ahead. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** How many of a node's earlier signing certificates are tried. */
    private static final int FORMER_SIGNERS = 3;

    private final DirectoryView directory;
    private final InstantSource clock;

    Examination(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What came of the examination. */
    sealed interface Finding {

        /** The outside is in order. */
        record Sound(ExaminedParcel parcel) implements Finding {}

        /** It is not. */
        record Unsound(Refusal refusal) implements Finding {}
    }

    /** Reads the outside of a parcel; empty when it is none. */
    static Optional<ParcelHead> read(ArrivedParcel arrived) {
        byte[] octets = arrived.header().toByteArray();
        if (!(WireFormats.PARCEL_HEADER.decode(octets) instanceof Decoded.Value<ParcelHeader>(ParcelHeader header))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ParcelHead(
                    arrived.header(), header, arrived.envelope(), arrived.signature(), arrived.segments()));
        } catch (IllegalArgumentException hostile) {
            // A part is too long or the table is another one: the same as not to be readable.
            return Optional.empty();
        }
    }

    /** Check 1: the node may take part and speaks for itself. */
    Optional<Refusal> peer(NodeId from, ParcelHead head) {
        Instant now = clock.instant();
        if (!directory.current().node(from).map(node -> node.takesPartAt(now)).orElse(false)) {
            return Optional.of(Refusal.silent(ErrorCode.SENDING_NODE_REVOKED, "the peer may not take part", head));
        }
        if (!head.header().senderNode().equals(from)) {
            return Optional.of(Refusal.silent(
                    ErrorCode.SENDER_ROUTE_MISMATCH, "the peer is not the node that the header names", head));
        }
        return Optional.empty();
    }

    /** Checks 2 to 4. */
    Finding examine(NodeId from, ParcelHead head) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        ParcelHeader header = head.header();
        Optional<AgencyEntry> sender = holder(snapshot, header.sender(), header.createdAt(), now);
        if (sender.isEmpty() || !sender.get().node().equals(from)) {
            return new Finding.Unsound(Refusal.silent(
                    ErrorCode.SENDER_ROUTE_MISMATCH, "the sender is not served by the sending node", head));
        }
        Map<AgencyCode, AgencyEntry> hosted = hosted(snapshot, header, now);
        if (hosted.isEmpty()) {
            return new Finding.Unsound(Refusal.silent(ErrorCode.NOT_ADDRESSEE, "no recipient is served here", head));
        }
        ExaminedParcel parcel = new ExaminedParcel(head, sender.get(), hosted);
        return times(parcel, now)
                .or(() -> signature(parcel, from, now))
                .<Finding>map(Finding.Unsound::new)
                .orElseGet(() -> new Finding.Sound(parcel));
    }

    private static Optional<Refusal> times(ExaminedParcel parcel, Instant now) {
        ParcelHeader header = parcel.head().header();
        if (header.isExpiredAt(now)) {
            return Optional.of(parcel.refused(ErrorCode.PARCEL_EXPIRED, "expired before it was accepted"));
        }
        if (header.createdAt().isAfter(now.plus(TOLERANCE))) {
            return Optional.of(parcel.refused(ErrorCode.PARCEL_FROM_FUTURE, "made more than five minutes ahead"));
        }
        return Optional.empty();
    }

    private Optional<Refusal> signature(ExaminedParcel parcel, NodeId from, Instant now) {
        ParcelHead head = parcel.head();
        SignatureCheck check = new SignatureCheck.Invalid(
                SignatureCheck.Reason.MISSING_SIGNER, "the sending node has no signing certificate");
        for (X509Certificate certificate : signers(from, now)) {
            check = DetachedSignature.verify(
                    head.digests().outerSignatureInput(), head.signature().toByteArray(), certificate);
            if (!isByAnother(check)) {
                break;
            }
        }
        return check instanceof SignatureCheck.Invalid invalid
                ? Optional.of(
                        Refusal.silent(ErrorCode.OUTER_SIGNATURE_INVALID, "outer signature " + invalid.reason(), head))
                : Optional.empty();
    }

    private static boolean isByAnother(SignatureCheck check) {
        return check instanceof SignatureCheck.Invalid invalid
                && invalid.reason() == SignatureCheck.Reason.WRONG_SIGNER;
    }

    /** The node's signing certificate, and those before it as long as they last: a parcel may have waited for a long time. */
    private List<X509Certificate> signers(NodeId from, Instant now) {
        DirectorySnapshot snapshot = directory.current();
        List<X509Certificate> signers = new ArrayList<>();
        snapshot.node(from).filter(node -> !node.isRevokedAt(now)).ifPresent(node -> {
            directory
                    .certificate(node.signingFingerprint())
                    .filter(current -> !snapshot.isRevoked(node.signingFingerprint(), now))
                    .ifPresent(signers::add);
            node.formerSigning().stream()
                    .limit(FORMER_SIGNERS)
                    .filter(former -> !snapshot.isRevoked(former, now))
                    .flatMap(former -> directory.certificate(former).stream())
                    .filter(former -> now.isBefore(former.getNotAfter().toInstant()))
                    .forEach(signers::add);
        });
        return signers;
    }

    private Map<AgencyCode, AgencyEntry> hosted(DirectorySnapshot snapshot, ParcelHeader header, Instant now) {
        Map<AgencyCode, AgencyEntry> hosted = new TreeMap<>();
        for (AgencyCode code : header.recipients()) {
            holder(snapshot, code, header.createdAt(), now)
                    .filter(entry ->
                            directory.hostedHere().contains(entry.agency().id()))
                    .ifPresent(entry -> hosted.put(code, entry));
        }
        return hosted;
    }

    /** Who has the code; who had it when the parcel was made, when nobody has it now: it was closed on the way. */
    private static Optional<AgencyEntry> holder(
            DirectorySnapshot snapshot, AgencyCode code, Instant createdAt, Instant now) {
        return snapshot.agency(code, now)
                .or(() -> createdAt.isAfter(now) ? Optional.empty() : snapshot.agency(code, createdAt));
    }
}
