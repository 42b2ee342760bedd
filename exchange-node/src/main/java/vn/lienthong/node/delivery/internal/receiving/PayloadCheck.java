package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.PayloadDigester;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Sha256;

/** Check 5 of {@code docs/protocol §6}: the payload is the one that the header describes. */
final class PayloadCheck {

    private static final int BUFFER = 256 << 10;

    private PayloadCheck() {}

    /** Whether the octets have size and digests of the header; the table is the header's already. */
    static boolean matches(PayloadDescription described, SegmentTable table, byte[] payload) {
        if (payload.length != described.size()) {
            return false;
        }
        if (described.segmentCount() == 1) {
            Sha256 digest = Sha256.of(payload);
            return digest.equals(described.sha256()) && digest.equals(table.digest(0));
        }
        PayloadDigester digester = new PayloadDigester(described.segmentSize());
        digester.write(payload, 0, payload.length);
        return digester.finish().description().equals(described);
    }

    /**
     * Whether what lies in the store is, segment by segment, what the table says. When it is not, the fault is this node's: the
     * segments were right when they arrived.
     */
    static boolean isAsItArrived(PayloadDescription described, SegmentTable table, SeekableByteChannel stored)
            throws IOException {
        if (stored.size() != described.size()) {
            return false;
        }
        stored.position(0);
        for (int segment = 0; segment < described.segmentCount(); segment++) {
            if (!digest(stored, described.segmentLength(segment)).equals(table.digest(segment))) {
                return false;
            }
        }
        return true;
    }

    private static Sha256 digest(SeekableByteChannel stored, long length) throws IOException {
        MessageDigest digest = Sha256.digest();
        update(digest, stored, length);
        return Sha256.fromBytes(digest.digest());
    }

    /** Feeds so many octets of the channel to a digest; fewer when the channel ends before. */
    static void update(MessageDigest digest, SeekableByteChannel stored, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.clamp(length, 1, BUFFER));
        long left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = stored.read(buffer);
            if (read < 0) {
                return;
            }
            digest.update(buffer.flip());
            left -= read;
        }
    }
}
