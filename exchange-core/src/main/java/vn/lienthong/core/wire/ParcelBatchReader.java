package vn.lienthong.core.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * Reads the frames of parcels from a hostile stream, one parcel at a time, without ever holding a payload. Every length is
 * checked before anything of that length is read.
 *
 * <p>After {@link Decoded.Malformed} nothing more can be read. The stream below is not closed.
 */
public final class ParcelBatchReader {

    private final CountingInput input;
    private final DataInputStream data;
    private int left = -1;
    private long room = ParcelFrames.MAX_BATCH;
    private @Nullable BoundedInput payload;
    private boolean broken;

    /** Makes a reader over the octets of a request. */
    public ParcelBatchReader(InputStream in) {
        this.input = new CountingInput(in);
        this.data = new DataInputStream(input);
    }

    /**
     * Reads the head of an upload, {@code LTU1}; nothing may follow it.
     *
     * @throws IOException when the stream below fails
     */
    public static Decoded<ParcelHead> readUpload(InputStream in) throws IOException {
        ParcelBatchReader reader = new ParcelBatchReader(in);
        return reader.decoded(() -> {
            reader.requireMagic(ParcelFrames.UPLOAD);
            ParcelHead head = reader.head();
            reader.requireEnd();
            return head;
        });
    }

    /**
     * Returns the next parcel of a batch; nothing after the last. What the caller left unread of the parcel before is skipped.
     *
     * @throws IOException when the stream below fails
     * @throws IllegalStateException after a malformed parcel
     */
    public Optional<Decoded<IncomingParcel>> next() throws IOException {
        if (broken) {
            throw new IllegalStateException("nothing can be read after a malformed parcel");
        }
        Decoded<Optional<IncomingParcel>> next = decoded(this::nextOrEnd);
        return switch (next) {
            case Decoded.Value<Optional<IncomingParcel>>(Optional<IncomingParcel> parcel) ->
                parcel.map(Decoded.Value::new);
            case Decoded.Malformed<Optional<IncomingParcel>>(String reason, String where) ->
                Optional.of(new Decoded.Malformed<>(reason, where));
        };
    }

    private Optional<IncomingParcel> nextOrEnd() throws IOException, MalformedException {
        if (left < 0) {
            requireMagic(ParcelFrames.BATCH);
            left = length(data.readInt(), 1, ParcelFrames.MAX_PARCELS, "number of parcels");
        }
        skipRestOfPayload();
        if (left == 0) {
            requireEnd();
            return Optional.empty();
        }
        left--;
        ParcelHead head = head();
        long size = data.readLong();
        if (size < 1 || size > ParcelFrames.MAX_PAYLOAD || size > room) {
            throw malformed("payload is larger than a batch may carry");
        }
        if (size != head.header().payload().size()) {
            throw malformed("payload length differs from the header");
        }
        room -= size;
        payload = new BoundedInput(input, size);
        return Optional.of(new IncomingParcel(head, payload));
    }

    private ParcelHead head() throws IOException, MalformedException {
        byte[] headerOctets = block(length(data.readInt(), 1, ParcelHeader.MAX_OCTETS, "header"));
        ParcelHeader header = switch (WireFormats.PARCEL_HEADER.decode(headerOctets)) {
            case Decoded.Value<ParcelHeader>(ParcelHeader value) -> value;
            case Decoded.Malformed<ParcelHeader>(String reason, String where) ->
                throw new MalformedException("header: " + reason, where);
        };
        byte[] envelope = block(length(data.readInt(), 1, ParcelHead.MAX_ENVELOPE, "envelope"));
        byte[] signature = block(length(data.readUnsignedShort(), 1, ParcelHead.MAX_SIGNATURE, "signature"));
        int segments = header.payload().segmentCount();
        if (data.readInt() != segments) {
            throw malformed("number of segments differs from the header");
        }
        byte[] table = block(segments * Sha256.LENGTH);
        try {
            return new ParcelHead(
                    Octets.of(headerOctets),
                    header,
                    Octets.of(envelope),
                    Octets.of(signature),
                    new SegmentTable(Octets.of(table)));
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private void requireMagic(byte[] magic) throws IOException, MalformedException {
        if (!Arrays.equals(block(magic.length), magic)) {
            throw malformed("unknown kind of frame");
        }
    }

    private void requireEnd() throws IOException, MalformedException {
        if (input.read() >= 0) {
            throw malformed("octets after the end");
        }
    }

    private int length(int value, int min, int max, String what) throws MalformedException {
        if (value < min || value > max) {
            throw malformed(what + " is out of range");
        }
        return value;
    }

    private byte[] block(int length) throws IOException {
        // readNBytes grows with what really arrives, so an announced length alone reserves nothing.
        byte[] octets = data.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException();
        }
        return octets;
    }

    private void skipRestOfPayload() throws IOException {
        if (payload != null) {
            payload.skipRest();
        }
    }

    private MalformedException malformed(String reason) {
        return new MalformedException(reason, "@" + input.count());
    }

    private <T> Decoded<T> decoded(Step<T> step) throws IOException {
        try {
            return new Decoded.Value<>(step.run());
        } catch (MalformedException e) {
            broken = true;
            return new Decoded.Malformed<>(e.reason(), e.where());
        } catch (EOFException e) {
            broken = true;
            return new Decoded.Malformed<>("ends too early", "@" + input.count());
        }
    }

    private interface Step<T> {
        T run() throws IOException, MalformedException;
    }

    /**
     * One parcel of a batch.
     *
     * @param head all but the payload
     * @param payload exactly the payload's octets; valid until the next parcel is asked for; throws {@link EOFException} when
     *     the stream ends inside it
     */
    public record IncomingParcel(ParcelHead head, InputStream payload) {}
}
