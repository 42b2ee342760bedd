package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.OpeningKeys;
import vn.lienthong.node.documents.OpeningOutcome;
import vn.lienthong.node.documents.ParcelOpening;
import vn.lienthong.node.documents.ReceivedParcel;
import vn.lienthong.node.platform.InNodeRole;

/** Checks 7 to 9 of {@code docs/protocol §6}, with what directory and key stores say now. */
@Component
@InNodeRole
class Verification {

    private final DirectoryView directory;
    private final vn.lienthong.node.keys.AgencyKeys agencyKeys;
    private final SecrecyCheck secrecy;
    private final InstantSource clock;

    Verification(
            DirectoryView directory,
            vn.lienthong.node.keys.AgencyKeys agencyKeys,
            SecrecyCheck secrecy,
            InstantSource clock) {
        this.directory = directory;
        this.agencyKeys = agencyKeys;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** Every octet is what the sending agency signed for these recipients, and the regime is kept. */
        record Verified(
                InboundParcelRow.Contents inside,
                Document document,
                Octets documentOctets,
                OpeningOutcome.Regime regime)
                implements Outcome {

            Secrecy level() {
                return document.metadata().secrecy();
            }
        }

        /** The parcel must be refused. */
        record Failed(ErrorCode code, String detail) implements Outcome {}
    }

    /** Opens the payload anew; asked once per pair of signing keys that may have been used. */
    @FunctionalInterface
    interface Payload {
        SeekableByteChannel open() throws IOException;
    }

    Outcome verify(ExaminedParcel parcel, Payload payload) throws IOException {
        ParcelHeader header = parcel.head().header();
        Instant now = clock.instant();
        var suiteId = new vn.lienthong.crypto.suite.SuiteId(header.suite().value());
        Optional<Suite> known = secrecy.unopened(suiteId, now);
        if (known.isEmpty()) {
            return new Outcome.Failed(ErrorCode.SUITE_UNKNOWN, "suite is not in force");
        }
        Suite suite = known.get();
        Map<AgencyCode, List<RecipientKey>> keys = recipientKeys(parcel, header.suite());
        Outcome outcome = new Outcome.Failed(ErrorCode.PACKAGE_REFUSED, "the sender has no valid signing keys");
        for (AgencyKeys epoch : parcel.sender().keys()) {
            Optional<OpeningKeys> opening =
                    isUsable(epoch, header, now) ? openingKeys(suite, epoch, keys) : Optional.empty();
            if (opening.isPresent()) {
                outcome = open(parcel, opening.get(), epoch, payload);
            }
            // Only an envelope that others have signed may be that of an earlier epoch.
            if (!(outcome instanceof Outcome.Failed(ErrorCode code, String _)) || isDecisive(code, opening)) {
                return outcome;
            }
        }
        return outcome;
    }

    private static boolean isDecisive(ErrorCode code, Optional<OpeningKeys> opening) {
        return opening.isPresent() && code != ErrorCode.ENVELOPE_REFUSED;
    }

    private Outcome open(ExaminedParcel parcel, OpeningKeys keys, AgencyKeys epoch, Payload payload)
            throws IOException {
        ReceivedParcel received = new ReceivedParcel(
                parcel.head().header(),
                parcel.head().headerOctets(),
                parcel.head().envelope());
        return switch (ParcelOpening.verify(received, keys, payload.open())) {
            case OpeningOutcome.Refused(ErrorCode code, String detail) -> new Outcome.Failed(code, detail);
            case OpeningOutcome.Opened opened ->
                secrecy.objection(received.header(), opened, clock.instant())
                        .<Outcome>map(why -> new Outcome.Failed(ErrorCode.SECRECY_NOT_ALLOWED, why))
                        .orElseGet(() -> verified(opened, epoch));
        };
    }

    private static Outcome verified(OpeningOutcome.Opened opened, AgencyKeys epoch) {
        return new Outcome.Verified(
                new InboundParcelRow.Contents(
                        opened.packageSize(),
                        opened.packaged(),
                        epoch.classical().fingerprint(),
                        epoch.postQuantum().fingerprint()),
                opened.document(),
                opened.documentOctets(),
                opened.regime());
    }

    private Optional<OpeningKeys> openingKeys(Suite suite, AgencyKeys epoch, Map<AgencyCode, List<RecipientKey>> keys) {
        Optional<X509Certificate> classical =
                directory.certificate(epoch.classical().fingerprint());
        return directory
                .certificate(epoch.postQuantum().fingerprint())
                .flatMap(quantum -> classical.map(first -> new OpeningKeys(suite, first, quantum, keys)));
    }

    private Map<AgencyCode, List<RecipientKey>> recipientKeys(ExaminedParcel parcel, SuiteId suite) {
        Map<AgencyCode, List<RecipientKey>> keys = new HashMap<>();
        parcel.hosted()
                .forEach((code, entry) ->
                        keys.put(code, agencyKeys.recipientKeys(entry.agency().id(), suite)));
        return keys;
    }

    private boolean isUsable(AgencyKeys epoch, ParcelHeader header, Instant now) {
        return isUsable(epoch.classical(), header, now) && isUsable(epoch.postQuantum(), header, now);
    }

    /** A signature counts when the key was valid at the time that the parcel states, and nobody has revoked it since. */
    private boolean isUsable(CertificateRef certificate, ParcelHeader header, Instant now) {
        return certificate.covers(header.createdAt()) && !directory.current().isRevoked(certificate.fingerprint(), now);
    }
}
