package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.lienthong.crypto.key.DualSigningKey;

/** Packages to test with. */
final class Packages {

    static final TestAuthority AUTHORITY = new TestAuthority();
    static final DualSigningKey AGENCY = AUTHORITY.agency("Van phong tinh uy");
    static final AsicSigners SIGNERS = TestAuthority.signersOf(AGENCY);
    static final String METADATA = "{\"trích yếu\":\"V/v tổ chức hội nghị\"}".repeat(40);
    static final String FILE_NAME = "files/001-Công văn số 12.pdf";

    private Packages() {}

    /** Two objects: compressible metadata and a file that is not tried to be compressed. */
    static byte[] twoObjects(DualSigningKey key) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                AsicPackageWriter writer = new AsicPackageWriter(out, key, TestAuthority.CLOCK)) {
            writer.addObject("document.json", "application/json", new ByteArrayInputStream(METADATA.getBytes(UTF_8)));
            writer.addObject(FILE_NAME, "application/pdf", new ByteArrayInputStream(file()));
            writer.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] file() {
        byte[] file = new byte[3000];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i * 31 + i / 7);
        }
        return file;
    }

    static AsicOutcome read(byte[] bytes) {
        return read(bytes, SIGNERS, AsicLimits.standard());
    }

    static AsicOutcome read(byte[] bytes, AsicSigners signers, AsicLimits limits) {
        try {
            return AsicPackageReader.list(new ByteArrayInputStream(bytes), limits, signers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertRefused(AsicOutcome outcome, AsicRefusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AsicOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
