package vn.lienthong.core.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import vn.lienthong.core.message.SegmentTable;

/** Writes the binary frames in which parcels travel: {@code LTP1} a batch, {@code LTU1} the head of an upload. */
public final class ParcelFrames {

    /** The most parcels of a batch. */
    public static final int MAX_PARCELS = 256;

    /** The largest payload in a batch. */
    public static final int MAX_PAYLOAD = 8 << 20;

    /** The most octets of payload in one batch altogether. */
    public static final long MAX_BATCH = 64L << 20;

    static final byte[] BATCH = "LTP1".getBytes(StandardCharsets.US_ASCII);
    static final byte[] UPLOAD = "LTU1".getBytes(StandardCharsets.US_ASCII);

    private ParcelFrames() {}

    /** Writes the head of an upload. */
    public static void writeUpload(ParcelHead head, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(UPLOAD);
        writeHead(head, data);
        data.flush();
    }

    /** Returns how many octets {@link #writeUpload} writes. */
    public static long uploadLength(ParcelHead head) {
        return UPLOAD.length + headLength(head);
    }

    /** Returns how many octets one parcel takes in a batch. */
    public static long parcelLength(ParcelHead head) {
        return headLength(head) + Long.BYTES + head.header().payload().size();
    }

    /** Begins a batch of so many parcels; write exactly that many into it. */
    public static Batch writeBatch(int count, OutputStream out) throws IOException {
        if (count < 1 || count > MAX_PARCELS) {
            throw new IllegalArgumentException("a batch has 1 to 256 parcels");
        }
        DataOutputStream data = new DataOutputStream(out);
        data.write(BATCH);
        data.writeInt(count);
        return new Batch(data, count);
    }

    private static long headLength(ParcelHead head) {
        return 3L * Integer.BYTES
                + Short.BYTES
                + head.headerOctets().size()
                + head.envelope().size()
                + head.signature().size()
                + head.segments().octets().size();
    }

    private static void writeHead(ParcelHead head, DataOutputStream data) throws IOException {
        data.writeInt(head.headerOctets().size());
        data.write(head.headerOctets().toByteArray());
        data.writeInt(head.envelope().size());
        data.write(head.envelope().toByteArray());
        data.writeShort(head.signature().size());
        data.write(head.signature().toByteArray());
        SegmentTable segments = head.segments();
        data.writeInt(segments.count());
        data.write(segments.octets().toByteArray());
    }

    /** A batch that is being written. */
    public static final class Batch implements AutoCloseable {

        private final DataOutputStream data;
        private int left;
        private long room = MAX_BATCH;

        private Batch(DataOutputStream data, int count) {
            this.data = data;
            this.left = count;
        }

        /**
         * Writes one parcel.
         *
         * @param payload exactly as many octets as the header says
         * @throws IllegalArgumentException when the parcel does not fit into the batch
         * @throws IOException when writing fails or the payload has another length; the connection is then unusable
         */
        public void write(ParcelHead head, InputStream payload) throws IOException {
            long size = head.header().payload().size();
            if (left == 0 || size > MAX_PAYLOAD || size > room) {
                throw new IllegalArgumentException("the parcel does not fit into the batch");
            }
            left--;
            room -= size;
            writeHead(head, data);
            data.writeLong(size);
            if (payload.transferTo(new ExactOutput(data, size)) != size) {
                throw new IOException("the payload is shorter than its header says");
            }
        }

        /** Flushes; throws {@link IllegalStateException} when parcels are missing. Does not close the stream below. */
        @Override
        public void close() throws IOException {
            data.flush();
            if (left != 0) {
                throw new IllegalStateException("parcels are missing in the batch");
            }
        }
    }

    /** Passes on so many octets and not one more. */
    private static final class ExactOutput extends OutputStream {

        private final OutputStream out;
        private long left;

        private ExactOutput(OutputStream out, long left) {
            this.out = out;
            this.left = left;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("the payload is longer than its header says");
            }
            out.write(octets, offset, length);
        }
    }
}
