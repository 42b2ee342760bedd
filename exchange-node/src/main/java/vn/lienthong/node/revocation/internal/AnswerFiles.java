package vn.lienthong.node.revocation.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.revocation.RevocationQuestion;

/** Answers as the authorities gave them, one file each. They are checked again at each use: whoever changes a file gains nothing. */
final class AnswerFiles {

    private static final int HEAD = 1 + Long.BYTES;

    private final Path directory;

    AnswerFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * An answer.
     *
     * @param fetchedAt when it came
     * @param form what it is
     * @param octets as it came
     */
    record Kept(Instant fetchedAt, Form form, Octets octets) {}

    /** What an answer is. */
    enum Form {
        /** From a responder. */
        OCSP('O'),
        /** A revocation list. */
        LIST('L');

        private final char mark;

        Form(char mark) {
            this.mark = mark;
        }

        private static Optional<Form> of(byte mark) {
            return Arrays.stream(values()).filter(form -> form.mark == mark).findFirst();
        }
    }

    Optional<Kept> read(Sha256 name) throws IOException {
        Path file = file(name);
        if (!Files.isRegularFile(file) || Files.size(file) > HEAD + (long) RevocationQuestion.MAX_LIST) {
            return Optional.empty();
        }
        byte[] octets = Files.readAllBytes(file);
        if (octets.length < HEAD) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(ByteBuffer.wrap(octets, 1, Long.BYTES).getLong());
        Octets answer = Octets.of(Arrays.copyOfRange(octets, HEAD, octets.length));
        return Form.of(octets[0]).map(form -> new Kept(at, form, answer));
    }

    void write(Sha256 name, Kept kept) throws IOException {
        Files.createDirectories(directory);
        byte[] content = ByteBuffer.allocate(HEAD + kept.octets().size())
                .put((byte) kept.form().mark)
                .putLong(kept.fetchedAt().toEpochMilli())
                .put(kept.octets().toByteArray())
                .array();
        Path fresh = Files.createTempFile(directory, "answer", ".new");
        Files.write(fresh, content);
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(Sha256 name) {
        return directory.resolve(name + ".answer");
    }
}
