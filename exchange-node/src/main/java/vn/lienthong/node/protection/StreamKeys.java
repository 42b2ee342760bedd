package vn.lienthong.node.protection;

import java.util.List;

/**
 * Keys for files that are sealed as streams, each derived (HKDF with SHA-256) from the data key of its purpose and from what the file is.
 *
 * <p>Guarantees: the same purpose, context and version give the same key for as long as that version lives, in this installation only.
 */
public interface StreamKeys {

    /** Octets of a key. */
    int OCTETS = 32;

    /**
     * The key with which a new file is sealed.
     *
     * @param purpose {@code [a-z0-9-]{1,40}}
     * @param context what the file is, for example its identifier
     * @return {@value #OCTETS} octets, the caller's own, who wipes them
     */
    byte[] key(String purpose, byte[] context);

    /** The keys under which a file may lie, the newest first: that of {@link #key} and those from before rotations. */
    List<byte[]> keys(String purpose, byte[] context);
}
