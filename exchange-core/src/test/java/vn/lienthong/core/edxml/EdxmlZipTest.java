package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdxmlZipTest {

    private static final byte[] TEXT = "Danh sách kèm theo".getBytes(StandardCharsets.UTF_8);

    @Test
    void unwrapsTheOneFile() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        EdxmlUnwrapping outcome = unwrap(zip("efa170d6-eca4-47e1-aef7-a6dafce24e9e.TXT"), EdxmlLimits.STANDARD, file);

        assertThat(outcome).isEqualTo(new EdxmlUnwrapping.Unwrapped("txt", "text/plain", TEXT.length));
        assertThat(file.toByteArray()).isEqualTo(TEXT);
    }

    @Test
    void keepsAnArchiveAsItIs() {
        assertThat(unwrap(zip("a.txt", "b.txt"))).isInstanceOf(EdxmlUnwrapping.Kept.class);
        assertThat(unwrap(zip("folder/"))).isInstanceOf(EdxmlUnwrapping.Kept.class);
        assertThat(unwrap(zip())).isInstanceOf(EdxmlUnwrapping.Kept.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "/etc/passwd", "a/b.txt", "..\\a.txt", "C:a.txt", "..", "a\0.txt"})
    void refusesANameWithAPath(String name) {
        assertThat(rule(zip(name))).isEqualTo(EdxmlRule.ZIP_PATH);
    }

    @Test
    void refusesAFileThatInflatesBeyondMeasure() throws IOException {
        byte[] bomb = zip("a.txt", new byte[64 << 20]);

        assertThat(rule(bomb)).isEqualTo(EdxmlRule.ZIP_RATIO);
        assertThat(unwrap(bomb, EdxmlLimits.STANDARD.sizes(1 << 20, 1 << 20), OutputStream.nullOutputStream()))
                .isEqualTo(
                        new EdxmlUnwrapping.Refused(new EdxmlFault("Attachment", EdxmlRule.FILE_SIZE, "≤ 1048576 B")));
    }

    @Test
    void leavesAnArchiveInAnArchiveClosed() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] inner = zip("b.txt", new byte[1 << 20]);

        assertThat(unwrap(zip("inner.zip", inner), EdxmlLimits.STANDARD, file))
                .isEqualTo(new EdxmlUnwrapping.Unwrapped("zip", "application/zip", inner.length));
        assertThat(file.toByteArray()).isEqualTo(inner);
    }

    @Test
    void refusesABrokenOrLockedArchive() {
        byte[] whole = zip("a.txt");
        byte[] locked = whole.clone();
        locked[6] |= 1;

        assertThat(rule(locked)).isEqualTo(EdxmlRule.ZIP_BROKEN);
        assertThat(rule(Arrays.copyOf(whole, 45))).isEqualTo(EdxmlRule.ZIP_BROKEN);
    }

    @Test
    void isAnOutcomeWhateverTheOctetsAre() {
        SplittableRandom random = new SplittableRandom(20);
        byte[] whole = zip("efa170d6.xlsx");
        for (int i = 0; i < 20_000; i++) {
            assertThat(unwrap(Mutations.of(whole, random))).isNotNull();
        }
    }

    @Test
    void failsOnlyWhenTheSourceFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() ->
                        EdxmlZip.unwrap(broken, "Attachment", EdxmlLimits.STANDARD, OutputStream.nullOutputStream()))
                .hasMessage("the line is dead");
    }

    private static EdxmlRule rule(byte[] zip) {
        return ((EdxmlUnwrapping.Refused) unwrap(zip)).fault().rule();
    }

    private static EdxmlUnwrapping unwrap(byte[] zip) {
        return unwrap(zip, EdxmlLimits.STANDARD, OutputStream.nullOutputStream());
    }

    private static EdxmlUnwrapping unwrap(byte[] zip, EdxmlLimits limits, OutputStream target) {
        try {
            return EdxmlZip.unwrap(new ByteArrayInputStream(zip), "Attachment", limits, target);
        } catch (IOException e) {
            throw new UncheckedIOException("neither source nor target fail", e);
        }
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : TEXT);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return octets.toByteArray();
    }
}
