package vn.lienthong.node.secret.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretFile;

/** A file that may be read once; its key is wiped afterwards. */
final class OpenedFile implements SecretContent {

    private final SecretFile file;
    private final String lookCode;
    private final byte[] key;
    private final Source source;

    OpenedFile(SecretFile file, String lookCode, byte[] key, Source source) {
        this.file = file;
        this.lookCode = lookCode;
        this.key = key;
        this.source = source;
    }

    /** Copies the octets with a key. */
    interface Source {
        void copy(byte[] key, OutputStream out) throws IOException;
    }

    @Override
    public SecretFile file() {
        return file;
    }

    @Override
    public String lookCode() {
        return lookCode;
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
        try {
            source.copy(key, out);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "OpenedFile[" + file.number() + "]";
    }
}
