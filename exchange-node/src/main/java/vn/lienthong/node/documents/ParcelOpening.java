package vn.lienthong.node.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.PayloadEntry;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadException;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.PayloadRanges;
import vn.lienthong.node.documents.OpeningOutcome.Opened;
import vn.lienthong.node.documents.OpeningOutcome.Refused;
import vn.lienthong.node.documents.OpeningOutcome.Regime;

/**
 * Opens parcels: checks 7 and 8 of {@code docs/protocol §6}, in one pass over the payload and in constant memory.
 *
 * <p>Guarantees of {@link Opened}: envelope, both agency signatures, payload, package signatures and addressees all hold and
 * agree. Does not guarantee what is the caller's: that the certificates are current and the parcel is new.
 */
public final class ParcelOpening {

    private static final Map<String, Integer> KEPT = Map.of(
            PackageLayout.DOCUMENT,
            Document.MAX_OCTETS,
            PackageLayout.RECIPIENTS,
            64 << 10,
            PackageLayout.APPROVALS,
            PackageLayout.MAX_APPROVALS);

    private ParcelOpening() {}

    /**
     * Checks everything.
     *
     * @param payload the stored payload; closed here
     * @throws IOException when the store fails; whatever is wrong with the parcel is a refusal
     */
    public static OpeningOutcome verify(ReceivedParcel parcel, OpeningKeys keys, SeekableByteChannel payload)
            throws IOException {
        try (payload) {
            return switch (EnvelopeOpening.open(parcel, keys)) {
                case EnvelopeOpening.Outcome.Closed(Refused refusal) -> refusal;
                case EnvelopeOpening.Outcome.Manifest(var manifest) ->
                    verify(parcel, keys, payload, manifest.contents());
            };
        }
    }

    /**
     * Opens the envelope of a parcel that was verified when it came.
     *
     * @return the manifest; it holds the payload key
     * @throws IOException when it opens with none of these keys
     */
    public static EnvelopeManifest manifest(ReceivedParcel parcel, OpeningKeys keys) throws IOException {
        return switch (EnvelopeOpening.open(parcel, keys)) {
            case EnvelopeOpening.Outcome.Closed(Refused(ErrorCode code, String detail)) ->
                throw new IOException(code.code() + " " + detail);
            case EnvelopeOpening.Outcome.Manifest(var manifest) -> manifest;
        };
    }

    /** Whether the envelope is sealed to one of these keys, however damaged it is otherwise. */
    public static boolean needs(ReceivedParcel parcel, OpeningKeys keys) {
        return !(EnvelopeOpening.open(parcel, keys) instanceof EnvelopeOpening.Outcome.Closed(Refused refusal))
                || !refusal.equals(EnvelopeOpening.NOT_A_RECIPIENT);
    }

    /**
     * Reads a parcel that was verified when it came by its manifest.
     *
     * @param payload the stored payload; closed with the package
     */
    public static OpenPackage read(
            ReceivedParcel parcel, EnvelopeManifest manifest, OpeningKeys keys, SeekableByteChannel payload)
            throws IOException {
        return new OpenPackage(
                ranges(parcel, payload, manifest.contents().payloads().getFirst()), signers(keys));
    }

    /**
     * Opens a state secret that was verified when it came, with the key of its payload alone.
     *
     * @param payload the stored payload; closed with the package
     * @throws PayloadException when the key is not that of the payload, or the payload is no longer what it was
     * @throws IOException when the store fails
     */
    public static OpenPackage read(
            ReceivedParcel parcel, PayloadKey key, AsicSigners signers, SeekableByteChannel payload)
            throws IOException {
        return new OpenPackage(ranges(parcel, payload, key, 0), signers);
    }

    /** The key of the payload of a parcel that was verified when it came; empty when none of the keys opens its envelope any more. */
    public static Optional<PayloadKey> payloadKey(ReceivedParcel parcel, OpeningKeys keys) {
        return EnvelopeOpening.open(parcel, keys) instanceof EnvelopeOpening.Outcome.Manifest(var manifest)
                ? Optional.of(manifest.contents().payloads().getFirst().key())
                : Optional.empty();
    }

    private static OpeningOutcome verify(
            ReceivedParcel parcel, OpeningKeys keys, SeekableByteChannel payload, EnvelopeContents contents)
            throws IOException {
        PayloadEntry entry = contents.payloads().getFirst();
        MessageDigest digest = Sha512.digest();
        Map<String, byte[]> kept = new HashMap<>();
        try (PayloadRanges ranges = ranges(parcel, payload, entry)) {
            InputStream plain = new DigestInputStream(new RangeStream(ranges, 0, ranges.length()), digest);
            AsicOutcome outcome = AsicPackageReader.read(
                    plain, AsicLimits.standard(), (name, content) -> keep(kept, name, content), signers(keys));
            if (outcome instanceof AsicOutcome.Refused(var reason, String _)) {
                return new Refused(ErrorCode.PACKAGE_REFUSED, "package " + reason);
            }
            byte[] packaged = digest.digest();
            if (ranges.length() != entry.size()
                    || !MessageDigest.isEqual(packaged, entry.plainSha512().toByteArray())) {
                return new Refused(ErrorCode.PACKAGE_REFUSED, "package is not the one of the manifest");
            }
            byte[] approvals = kept.getOrDefault(PackageLayout.APPROVALS, new byte[0]);
            Regime regime = new Regime(contents.protection(), entry.key(), Octets.of(approvals));
            return conclude(parcel, new Content(Sha512.fromBytes(packaged), ranges.length(), kept), regime);
        } catch (PayloadException e) {
            return new Refused(ErrorCode.PAYLOAD_TAMPERED, "payload " + e.reason());
        }
    }

    /** What was read of the package. */
    private record Content(Sha512 packaged, long size, Map<String, byte[]> kept) {}

    private static OpeningOutcome conclude(ReceivedParcel parcel, Content content, Regime regime) {
        Map<String, byte[]> kept = content.kept();
        byte[] recipients = kept.getOrDefault(PackageLayout.RECIPIENTS, new byte[0]);
        boolean addressed = WireFormats.RECIPIENTS.decode(recipients)
                        instanceof Decoded.Value<RecipientsManifest>(RecipientsManifest manifest)
                && manifest.matches(parcel.header());
        if (!addressed) {
            return new Refused(ErrorCode.MANIFEST_MISMATCH, "signed recipients are not those of the header");
        }
        byte[] documentOctets = kept.getOrDefault(PackageLayout.DOCUMENT, new byte[0]);
        return switch (WireFormats.DOCUMENT.decode(documentOctets)) {
            case Decoded.Value<Document>(Document document) ->
                new Opened(content.packaged(), content.size(), document, Octets.of(documentOctets), regime);
            case Decoded.Malformed<Document>(String reason, String _) ->
                new Refused(ErrorCode.PACKAGE_REFUSED, "document.json: " + reason);
        };
    }

    private static void keep(Map<String, byte[]> kept, String name, InputStream content) throws IOException {
        Integer limit = KEPT.get(name);
        if (limit != null) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            octets.write(content.readNBytes(limit + 1));
            kept.put(name, octets.toByteArray());
        }
    }

    private static PayloadRanges ranges(ReceivedParcel parcel, SeekableByteChannel payload, PayloadEntry entry)
            throws IOException {
        return ranges(parcel, payload, entry.key(), entry.index());
    }

    private static PayloadRanges ranges(ReceivedParcel parcel, SeekableByteChannel payload, PayloadKey key, int index)
            throws IOException {
        var suite =
                new vn.lienthong.crypto.suite.SuiteId(parcel.header().suite().value());
        PayloadContext context =
                new PayloadContext(suite, parcel.header().parcelId().value(), index);
        return new PayloadRanges(payload, key, context);
    }

    private static AsicSigners signers(OpeningKeys keys) {
        return new AsicSigners(keys.classicalSigner(), keys.postQuantumSigner());
    }
}
