package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.internal.cades.CadesSignature;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.SigningKey;

/**
 * Writes a package in one pass: nothing is kept but names and digests, nothing touches the disk, objects may have any size.
 *
 * <p>Guarantees: {@link AsicPackageReader} accepts under the standard limits whatever {@link #finish()} completed. A package that
 * was closed without {@code finish()} is not signed and not readable. Does not close the stream below. Not thread-safe.
 */
public final class AsicPackageWriter implements AutoCloseable {

    private final CountingOutput out;
    private final DualSigningKey key;
    private final AsicLimits limits = AsicLimits.standard();
    private final EntryNames names = new EntryNames();
    private final List<ZipRecord> records = new ArrayList<>();
    private final List<AsicObject> objects = new ArrayList<>();
    private final Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, true);
    private final String digestAlgorithm;
    private final Instant time;
    private final int dosTime;
    private long total;
    private @Nullable PendingObject pending;
    private boolean ended;

    /**
     * Begins a package.
     *
     * @param out where the package goes
     * @param key both keys of the sending agency; ML-DSA-87 makes the digests SHA-512, otherwise they are SHA-256
     * @param clock tells the signing time, which is the time when the package is begun
     * @throws IOException when {@code out} fails
     */
    public AsicPackageWriter(OutputStream out, DualSigningKey key, InstantSource clock) throws IOException {
        this.out = new CountingOutput(out);
        this.key = key;
        this.digestAlgorithm = PackageDigest.nameFor(key.postQuantum().certificate());
        this.time = clock.instant();
        this.dosTime = ZipRecord.dosTime(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        store(AsicManifest.MIMETYPE_FILE, AsicManifest.MIMETYPE.getBytes(US_ASCII));
    }

    /**
     * Begins a data object; it ends when the returned stream is closed, which must happen before the next one begins.
     *
     * @param name relative path with {@code /}, Unicode NFC, at most 255 octets
     * @param mediaType such as {@code application/pdf}; decides whether compression is tried
     * @return takes the content
     * @throws IOException when the stream below fails
     * @throws IllegalArgumentException when the name or the type must not be in a package; the message never repeats the name
     */
    public OutputStream addObject(String name, String mediaType) throws IOException {
        requireIdle();
        EntryNames.faultOf(name, limits.longestName()).ifPresent(fault -> {
            throw new IllegalArgumentException("name of a data object: " + fault);
        });
        if (!MediaTypes.isWellFormed(mediaType)) {
            throw new IllegalArgumentException("not a media type");
        }
        if (objects.size() == limits.mostObjects() || !names.add(name)) {
            throw new IllegalArgumentException("too many objects, or a second one of the same name");
        }
        ZipRecord record = new ZipRecord(name, false, dosTime, 0, 0, 0, out.written());
        out.write(record.localHeader());
        long room = Math.min(limits.largestObject(), limits.largestPackage() - total);
        MessageDigest digest = PackageDigest.of(digestAlgorithm);
        ObjectSink sink = new ObjectSink(out, deflater, digest, MediaTypes.levelFor(mediaType), room);
        pending = new PendingObject(record, mediaType, sink);
        return sink;
    }

    /**
     * Adds a whole data object.
     *
     * @param name as in {@link #addObject(String, String)}
     * @param mediaType as there
     * @param content is read to its end and not closed
     * @throws IOException when one of the streams fails
     */
    public void addObject(String name, String mediaType, InputStream content) throws IOException {
        try (OutputStream object = addObject(name, mediaType)) {
            content.transferTo(object);
        }
    }

    /**
     * Signs and completes the package.
     *
     * @return what the manifest lists
     * @throws IOException when the stream below fails or a key cannot sign
     * @throws IllegalStateException when there is no object, or one is still open
     */
    @CanIgnoreReturnValue
    public List<AsicObject> finish() throws IOException {
        requireIdle();
        if (objects.isEmpty()) {
            throw new IllegalStateException("a package holds at least one object");
        }
        ended = true;
        byte[] manifest = AsicManifest.encode(objects);
        store(AsicManifest.FILE, manifest);
        store(AsicManifest.CLASSICAL_SIGNATURE, sign(key.classical(), manifest));
        store(AsicManifest.POST_QUANTUM_SIGNATURE, sign(key.postQuantum(), manifest));
        long directory = out.written();
        for (ZipRecord record : records) {
            out.write(record.centralHeader());
        }
        out.write(ZipRecord.end(records.size(), directory, out.written() - directory));
        out.flush();
        return List.copyOf(objects);
    }

    /** Releases memory. Without {@link #finish()} before it, what was written so far is not a package. */
    @Override
    public void close() {
        ended = true;
        deflater.end();
    }

    private void requireIdle() throws IOException {
        if (ended) {
            throw new IllegalStateException("the package is complete");
        }
        PendingObject object = pending;
        if (object == null) {
            return;
        }
        if (!object.sink().isClosed()) {
            throw new IllegalStateException("an object is still open");
        }
        pending = null;
        ZipRecord record = object.sink().complete(object.record());
        out.write(record.descriptor());
        records.add(record);
        total += record.size();
        String digest = HexFormat.of().formatHex(object.sink().digest());
        objects.add(new AsicObject(record.name(), object.mediaType(), record.size(), digestAlgorithm, digest));
    }

    private void store(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipRecord record =
                new ZipRecord(name, true, dosTime, (int) crc.getValue(), content.length, content.length, out.written());
        out.write(record.localHeader());
        out.write(content);
        records.add(record);
    }

    private byte[] sign(SigningKey signer, byte[] manifest) throws IOException {
        try {
            return CadesSignature.sign(signer, manifest, time);
        } catch (GeneralSecurityException e) {
            throw new IOException("the package could not be signed", e);
        }
    }

    private record PendingObject(ZipRecord record, String mediaType, ObjectSink sink) {}
}
