package vn.lienthong.crypto.asic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Objects and offsets beyond 32 bits. Writes more than 4 GiB: {@code mvn -pl crypto verify -Dlienthong.large=true}. */
@EnabledIfSystemProperty(named = "lienthong.large", matches = "true")
class AsicLargePackageIT {

    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 4100;

    @TempDir
    private Path folder;

    @Test
    void readsObjectsAndOffsetsBeyondFourGibibytes() throws IOException {
        Path file = folder.resolve("large.asice");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
            write(out);
        }
        try (InputStream in = Files.newInputStream(file)) {
            AsicOutcome outcome = AsicPackageReader.list(in, AsicLimits.standard(), Packages.SIGNERS);
            assertThat(outcome).isInstanceOf(AsicOutcome.Verified.class);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(OutputStream.nullOutputStream());
                entries++;
            }
            assertThat(entries).isEqualTo(6);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("large.bin").getSize()).isEqualTo((long) BLOCKS * BLOCK);
            assertThat(zip.getInputStream(zip.getEntry("small.txt")).readAllBytes())
                    .containsExactly('x');
        }
    }

    private static void write(OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        new Random(3).nextBytes(block);
        try (AsicPackageWriter writer = new AsicPackageWriter(out, Packages.AGENCY, TestAuthority.CLOCK)) {
            try (OutputStream object = writer.addObject("large.bin", "application/octet-stream")) {
                for (int i = 0; i < BLOCKS; i++) {
                    object.write(block);
                }
            }
            try (OutputStream object = writer.addObject("small.txt", "text/plain")) {
                object.write('x');
            }
            writer.finish();
        }
    }
}
