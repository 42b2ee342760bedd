package vn.lienthong.node.client.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file that is offered as a proof lies: on a disk, or in memory where it must not be written down. May be read several times. */
public interface ProofSource {

    /** Reads it from its beginning. */
    InputStream open() throws IOException;

    /** How many octets it has. */
    long size() throws IOException;

    /** All of it; whoever asks has looked at the size. */
    default byte[] octets() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** A file. */
    static ProofSource of(Path file) {
        return new ProofSource() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }
        };
    }

    /** What is in memory. */
    static ProofSource of(byte[] octets) {
        return new ProofSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(octets);
            }

            @Override
            public long size() {
                return octets.length;
            }
        };
    }
}
