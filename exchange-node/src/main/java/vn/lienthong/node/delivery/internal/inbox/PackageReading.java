package vn.lienthong.node.delivery.internal.inbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.payload.PayloadException;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.documents.OpeningKeys;
import vn.lienthong.node.documents.ParcelOpening;
import vn.lienthong.node.documents.ReceivedParcel;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/**
 * Opens packages that were verified when they came, by the very certificates with which they were verified: what was genuine then
 * stays readable, also when those certificates have ended since.
 */
@Component
@InNodeRole
class PackageReading {

    private static final Logger LOG = LoggerFactory.getLogger(PackageReading.class);

    private final InboxRows rows;
    private final PayloadStore store;
    private final DirectoryView directory;
    private final AgencyKeys agencyKeys;
    private final KeyArchive archive;
    private final SuitePolicy suites;

    PackageReading(
            InboxRows rows,
            PayloadStore store,
            DirectoryView directory,
            AgencyKeys agencyKeys,
            KeyArchive archive,
            SuitePolicy suites) {
        this.rows = rows;
        this.store = store;
        this.directory = directory;
        this.agencyKeys = agencyKeys;
        this.archive = archive;
        this.suites = suites;
    }

    PackageAccess open(InboxRows.Full full) throws IOException {
        InboundParcelRow parcel = full.parcel();
        Optional<SeekableByteChannel> payload = payload(parcel);
        if (payload.isEmpty()) {
            return new PackageAccess.Absent();
        }
        ReceivedParcel received = received(parcel);
        OpenPackage content;
        try {
            OpeningKeys keys = keys(received.header(), full);
            content = ParcelOpening.read(received, manifest(received, keys), keys, payload.get());
        } catch (IOException e) {
            payload.get().close();
            throw e;
        }
        return new PackageAccess.Opened(
                parcel.parcelId(), content, parcel.inside().sha512(), rows.document(parcel.parcelId()));
    }

    /** From the archive, else from the envelope; asked again, because what was not in the archive may have moved there meanwhile. */
    private EnvelopeManifest manifest(ReceivedParcel received, OpeningKeys keys) throws IOException {
        Optional<EnvelopeManifest> archived = archive.find(received.header().parcelId());
        if (archived.isPresent()) {
            return archived.get();
        }
        try {
            return ParcelOpening.manifest(received, keys);
        } catch (IOException closed) {
            return archive.find(received.header().parcelId()).orElseThrow(() -> closed);
        }
    }

    /** Opens the package of a secret with its key alone; no envelope is needed for it. */
    SecretAccess open(InboxRows.Full full, PayloadKey key) throws IOException {
        InboundParcelRow parcel = full.parcel();
        Optional<SeekableByteChannel> payload = payload(parcel);
        if (payload.isEmpty()) {
            return new SecretAccess.Absent();
        }
        try {
            AsicSigners signers = new AsicSigners(
                    certificate(parcel.inside().classicalSigner()),
                    certificate(parcel.inside().postQuantumSigner()));
            OpenPackage content = ParcelOpening.read(received(parcel), key, signers, payload.get());
            return new SecretAccess.Opened(
                    parcel.parcelId(), content, parcel.inside().sha512());
        } catch (IOException e) {
            payload.get().close();
            if (e instanceof PayloadException sealed
                    && sealed.reason() == PayloadException.Reason.WRONG_KEY_OR_CONTEXT) {
                return new SecretAccess.WrongKey();
            }
            throw e;
        }
    }

    /** The key of the payload, as long as the envelope is kept and one of the agency's own keys opens it. */
    Optional<PayloadKey> payloadKey(InboxRows.Full full) {
        ReceivedParcel received = received(full.parcel());
        if (received.envelope().size() == 0) {
            return Optional.empty();
        }
        try {
            return ParcelOpening.payloadKey(received, keys(received.header(), full));
        } catch (IOException lost) {
            LOG.warn("the envelope of a parcel cannot be opened any more: {}", lost.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SeekableByteChannel> payload(InboundParcelRow parcel) throws IOException {
        return parcel.payloadKept() ? store.open(new PayloadId(parcel.parcelId().value())) : Optional.empty();
    }

    private static ReceivedParcel received(InboundParcelRow parcel) {
        return new ReceivedParcel(header(parcel), parcel.header(), parcel.envelope());
    }

    private OpeningKeys keys(ParcelHeader header, InboxRows.Full full) throws IOException {
        Suite suite = suites.known(new SuiteId(header.suite().value()))
                .orElseThrow(() -> new IOException("the suite is no longer known"));
        AgencyCode recipient = full.entry().recipient();
        List<RecipientKey> recipientKeys = directory
                .current()
                .agency(recipient, full.parcel().receivedAt())
                .map(entry -> agencyKeys.recipientKeys(entry.agency().id(), header.suite()))
                .orElse(List.of());
        InboundParcelRow.Contents inside = full.parcel().inside();
        return new OpeningKeys(
                suite,
                certificate(inside.classicalSigner()),
                certificate(inside.postQuantumSigner()),
                Map.of(recipient, recipientKeys));
    }

    private X509Certificate certificate(Sha256 fingerprint) throws IOException {
        return directory
                .certificate(fingerprint)
                .orElseThrow(() -> new IOException("a certificate of the sender is no longer known"));
    }

    private static ParcelHeader header(InboundParcelRow parcel) {
        return switch (WireFormats.PARCEL_HEADER.decode(parcel.header().toByteArray())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) -> header;
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IllegalStateException("a header in the database was damaged: " + reason);
        };
    }
}
