package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.NoteSigningKey;
import vn.lienthong.node.log.LogName;

/**
 * A log of this installation with what it is made of.
 *
 * @param name which log
 * @param keys that sign its checkpoints; their name is its origin
 * @param files where it is published
 */
record OwnLog(LogName name, LogKeys keys, LogFiles files) {

    String origin() {
        return keys.origin();
    }

    /** Puts the public keys beside the tiles. */
    void publishKeys() throws IOException {
        files.replace(LogFiles.KEY, vkey(keys.classical()));
        files.replace(LogFiles.POST_QUANTUM_KEY, vkey(keys.postQuantum()));
    }

    private static byte[] vkey(NoteSigningKey key) {
        return (key.verifierKey().text() + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
