package vn.lienthong.crypto.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** What a line of a note signs, by type of key (C2SP signed-note, tlog-cosignature). */
final class SignedMessage {

    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] octets;
    private final byte[] signature;
    private final Instant time;

    private SignedMessage(byte[] octets, byte[] signature, Instant time) {
        this.octets = octets;
        this.signature = signature;
        this.time = time;
    }

    /** Takes apart a signature and rebuilds what it signs. */
    static SignedMessage of(NoteKeyType type, String keyName, String text, byte[] blob) throws LogFormatException {
        if (!type.isTimed()) {
            return new SignedMessage(octets(type, keyName, text, 0), blob, Instant.EPOCH);
        }
        if (blob.length < Long.BYTES) {
            throw new LogFormatException("a cosignature without time");
        }
        long time = ByteBuffer.wrap(blob).getLong();
        if (time < 0 || time > Instant.MAX.getEpochSecond()) {
            throw new LogFormatException("a cosignature of an impossible time");
        }
        byte[] signature = Arrays.copyOfRange(blob, Long.BYTES, blob.length);
        return new SignedMessage(octets(type, keyName, text, time), signature, Instant.ofEpochSecond(time));
    }

    byte[] octets() {
        return octets;
    }

    byte[] signature() {
        return signature;
    }

    Instant time() {
        return time;
    }

    /** Returns the octets to sign; those of ML-DSA-44 need the text of a checkpoint. */
    static byte[] octets(NoteKeyType type, String keyName, String text, long time) throws LogFormatException {
        return switch (type) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE_ED25519 -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE_ML_DSA_44 -> subtree(keyName, Checkpoint.parse(text), time);
        };
    }

    private static byte[] subtree(String keyName, Checkpoint checkpoint, long time) {
        byte[] cosigner = keyName.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        int length = SUBTREE_LABEL.length + 1 + cosigner.length + Long.BYTES + 1 + origin.length;
        return ByteBuffer.allocate(length + Long.BYTES + Long.BYTES + MerkleHash.SIZE)
                .put(SUBTREE_LABEL)
                .put((byte) cosigner.length)
                .put(cosigner)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().toByteArray())
                .array();
    }
}
