package vn.lienthong.crypto.log;

import java.security.MessageDigest;
import vn.lienthong.crypto.Digest;

/** Hashes leaves and nodes with one engine, as asking the platform for an engine costs as much as a hash. Not thread-safe. */
final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest engine = newEngine();

    static MessageDigest newEngine() {
        return Digest.engine("SHA-256");
    }

    MerkleHash leaf(byte[] entry) {
        engine.update(LEAF);
        engine.update(entry);
        return MerkleHash.owning(engine.digest());
    }

    MerkleHash node(MerkleHash left, MerkleHash right) {
        engine.update(NODE);
        left.feed(engine);
        right.feed(engine);
        return MerkleHash.owning(engine.digest());
    }
}
