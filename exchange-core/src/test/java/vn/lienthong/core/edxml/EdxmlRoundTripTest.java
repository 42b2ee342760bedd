package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EdxmlRoundTripTest {

    @Test
    void readsAThousandLettersAsTheyWereWritten() throws IOException {
        for (int seed = 0; seed < 1000; seed++) {
            Letters letters = new Letters(new SplittableRandom(seed));
            EdxmlLetter letter = letters.letter();
            byte[] written = written(letters, letter);
            Messages reading = new Messages();

            EdxmlLetter read = ((EdxmlReading.Letter) reading.take(written, EdxmlLimits.STANDARD)).letter();

            assertThat(read.metadata())
                    .as("seed %s", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(letter.metadata());
            assertThat(read.trace()).isEqualTo(letter.trace());
            assertThat(read.staff()).isEqualTo(letter.staff());
            checkFiles(letters, letter, read, reading);
        }
    }

    @Test
    void readsAThousandStatusesAsTheyWereWritten() throws IOException {
        for (int seed = 0; seed < 1000; seed++) {
            EdxmlStatus status = new Letters(new SplittableRandom(seed)).status();
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            EdxmlWriter.write(status, written);

            assertThat(Messages.status(written.toByteArray()))
                    .as("seed %s", seed)
                    .isEqualTo(status);
        }
    }

    @Test
    void writesTheSameOctetsForTheSameLetter() throws IOException {
        Letters letters = new Letters(new SplittableRandom(7));
        EdxmlLetter letter = letters.letter();

        assertThat(written(letters, letter)).isEqualTo(written(letters, letter));
    }

    private static byte[] written(Letters letters, EdxmlLetter letter) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertThat(EdxmlWriter.write(letter, file -> new ByteArrayInputStream(letters.octets(file)), written))
                .isEmpty();
        return written.toByteArray();
    }

    private static void checkFiles(Letters letters, EdxmlLetter letter, EdxmlLetter read, Messages reading)
            throws IOException {
        List<EdxmlAttachment> files = letter.attachments();
        assertThat(read.attachments()).hasSameSizeAs(files);
        for (EdxmlAttachment file : files) {
            EdxmlAttachment found = read.attachments().get(file.index());
            assertThat(found.name()).isEqualTo(file.name());
            assertThat(found.contentId()).isEqualTo(file.contentId());
            assertThat(found.description()).isEqualTo(file.description());
            assertThat(octets(found, reading)).isEqualTo(letters.octets(file));
        }
    }

    private static byte[] octets(EdxmlAttachment found, Messages reading) throws IOException {
        byte[] octets = reading.file(found.index());
        if (!found.wrapped()) {
            return octets;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        EdxmlUnwrapping outcome =
                EdxmlZip.unwrap(new ByteArrayInputStream(octets), "Attachment", EdxmlLimits.STANDARD, file);
        assertThat(outcome).isInstanceOf(EdxmlUnwrapping.Unwrapped.class);
        return file.toByteArray();
    }
}
