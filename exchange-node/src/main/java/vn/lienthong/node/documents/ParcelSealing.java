package vn.lienthong.node.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.ParcelDigests;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.message.SortedRecipients;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.asic.AsicPackageWriter;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.envelope.PayloadEntry;
import vn.lienthong.crypto.payload.DigestingOutputStream;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadDigests;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.SealingOutputStream;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;

/**
 * Makes one parcel of one document, in a single pass: what is handed in is signed into a package, encrypted and stored while it
 * is read. Nothing readable touches the disk, and memory does not grow with the document.
 *
 * <p>Guarantees: after {@link #finish} the payload is durable in the store; after {@link #close} without it nothing is left.
 * Not thread-safe.
 */
public final class ParcelSealing implements AutoCloseable {

    private final SealOrder order;
    private final PayloadSink sink;
    private final PayloadKey payloadKey = PayloadKey.generate();
    private final DigestingOutputStream ciphertext;
    private final CountingOutputStream plain;
    private final MessageDigest plainDigest = Sha512.digest();
    private final AsicPackageWriter asic;
    private final List<Attachment> attachments = new ArrayList<>();
    private boolean finished;

    private ParcelSealing(SealOrder order, PayloadSink sink, long expected) throws IOException {
        this.order = order;
        this.sink = sink;
        this.ciphertext = new DigestingOutputStream(new SinkOutputStream(sink, expected));
        PayloadContext context =
                new PayloadContext(order.suite().id(), order.parcelId().value(), 0);
        OutputStream sealing = new SealingOutputStream(ciphertext, payloadKey, context);
        this.plain = new CountingOutputStream(new DigestOutputStream(sealing, plainDigest));
        this.asic = new AsicPackageWriter(plain, order.agencyKeys(), InstantSource.fixed(order.createdAt()));
    }

    /**
     * Begins a parcel.
     *
     * @param expected about how many octets will come, to reserve room; 0 when unknown
     * @throws SealingException when there is no room
     * @throws IOException when the store fails
     */
    public static ParcelSealing begin(SealOrder order, PayloadStore store, long expected) throws IOException {
        return switch (store.create(new PayloadId(order.parcelId().value()), expected)) {
            case Admission.Admitted(PayloadSink sink) -> new ParcelSealing(order, sink, expected);
            case Admission.NoRoom _ -> throw new SealingException(ErrorCode.STORAGE_FULL, "the store is full");
            case Admission.AlreadyStored _, Admission.Busy _ ->
                throw new IllegalStateException("a new parcel has a new identifier");
        };
    }

    /**
     * Adds the next file.
     *
     * @param originalName as the sender calls it
     * @param mediaType what the sender says it is
     * @param content is read to its end and not closed
     * @throws SealingException when the document has too many files, is too large or there is no room
     * @throws IOException when reading or the store fails
     */
    public void addFile(String originalName, String mediaType, InputStream content) throws IOException {
        if (attachments.size() == PackageLayout.MAX_FILES) {
            throw new SealingException(ErrorCode.TOO_MANY_ATTACHMENTS, "more files than a document can have");
        }
        FileName name = FileName.sanitise(originalName);
        MessageDigest digest = Sha512.digest();
        long size;
        try (OutputStream object = asic.addObject(PackageLayout.file(attachments.size(), name), mediaType)) {
            size = content.transferTo(new DigestOutputStream(object, digest));
        }
        attachments.add(new Attachment(name, originalName, mediaType, size, Sha512.fromBytes(digest.digest()), ""));
    }

    /**
     * Adds the proof that two people have released a state secret; before the first file.
     *
     * @throws IOException when the store fails
     */
    public void addApprovals(byte[] approvals) throws IOException {
        writeObject(PackageLayout.APPROVALS, approvals);
    }

    /**
     * Completes package, payload, envelope and outer signature, and makes the payload durable.
     *
     * @throws IOException when the store fails
     */
    public SealedParcel finish() throws IOException {
        Document document = new Document(order.metadata(), attachments);
        byte[] documentOctets = WireFormats.DOCUMENT.encode(document);
        writeObject(PackageLayout.DOCUMENT, documentOctets);
        RecipientsManifest recipients = new RecipientsManifest(
                order.parcelId(),
                order.sender(),
                SortedRecipients.of(order.recipients().keySet()));
        writeObject(PackageLayout.RECIPIENTS, WireFormats.RECIPIENTS.encode(recipients));
        signPackage();
        plain.close();
        PayloadDigests digests = ciphertext.digests();
        // The disk works while the envelope is sealed and everything is signed.
        FutureTask<Long> storing = new FutureTask<>(sink::commit);
        Thread storer = Thread.ofVirtual().name("payload-commit").start(storing);
        try {
            return seal(document, documentOctets, digests);
        } catch (KeyAwayException e) {
            throw new SealingException(ErrorCode.KEY_AWAY, "the token with the agency's key is away");
        } finally {
            stored(storer, storing, digests.size());
        }
    }

    private void signPackage() throws IOException {
        try {
            asic.finish();
        } catch (KeyAwayException e) {
            throw new SealingException(ErrorCode.KEY_AWAY, "the token with the agency's key is away");
        }
    }

    /** Waits until the payload is durable, whatever happens meanwhile. */
    private void stored(Thread storer, FutureTask<Long> storing, long size) throws IOException {
        boolean interrupted = false;
        while (storer.isAlive()) {
            try {
                storer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (storing.state() == Future.State.FAILED) {
            if (storing.exceptionNow() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IOException("the payload could not be stored", storing.exceptionNow());
        }
        if (storing.resultNow() != size) {
            throw new IOException("the store holds another length than was written");
        }
        finished = true;
    }

    private void writeObject(String name, byte[] octets) throws IOException {
        try (OutputStream object = asic.addObject(name, "application/json")) {
            object.write(octets);
        }
    }

    private SealedParcel seal(Document document, byte[] documentOctets, PayloadDigests digests) {
        byte[] plainSha512 = plainDigest.digest();
        SegmentTable segments = new SegmentTable(Octets.of(digests.segmentTable()));
        ParcelHeader header = header(digests, segments);
        byte[] headerOctets = WireFormats.PARCEL_HEADER.encode(header);
        EnvelopeContents contents = new EnvelopeContents(
                order.suite().id(),
                order.parcelId().value(),
                order.sender().value(),
                header.createdAt(),
                header.expiresAt(),
                order.protection(),
                Digest.sha256(headerOctets),
                List.of(new PayloadEntry(0, plain.count(), Digest.of(plainSha512), digests.sha256(), payloadKey)));
        byte[] envelope = KeyEnvelope.seal(
                contents, order.suite(), order.agencyKeys(), order.recipientCertificates(), order.createdAt());
        ParcelDigests parcel = ParcelDigests.of(headerOctets, envelope, header.payload());
        byte[] signature = DetachedSignature.sign(parcel.outerSignatureInput(), order.nodeKey(), order.createdAt());
        return new SealedParcel(
                header,
                Octets.of(headerOctets),
                Octets.of(envelope),
                Octets.of(signature),
                segments,
                Sha512.fromBytes(plainSha512),
                document,
                Octets.of(documentOctets));
    }

    private ParcelHeader header(PayloadDigests digests, SegmentTable segments) {
        return new ParcelHeader(
                order.parcelId(),
                new vn.lienthong.core.value.SuiteId(order.suite().id().value()),
                order.sender(),
                order.node(),
                SortedRecipients.of(order.recipients().keySet()),
                order.urgency(),
                order.createdAt(),
                order.expiresAt(),
                new PayloadDescription(
                        digests.size(),
                        Sha256.fromBytes(digests.sha256().toByteArray()),
                        digests.segmentSize(),
                        segments.sha256()));
    }

    /** Throws away what was not finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            sink.discard();
        }
    }
}
