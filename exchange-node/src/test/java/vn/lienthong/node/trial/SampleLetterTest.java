package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;

class SampleLetterTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isThreePagesSignedByThePersonAndTheAgency() throws Exception {
        SampleLetter letter = SampleLetter.write(directory.resolve("letter.pdf"), CLOCK);

        assertThat(letter.pages()).isEqualTo(3);
        PdfValidation validation = new PdfValidator(PdfTrust.in(letter.authority()), CLOCK).validate(letter.file());
        assertThat(validation).isInstanceOfSatisfying(PdfValidation.Signed.class, signed -> {
            assertThat(signed.verdict().isValid()).isTrue();
            assertThat(signed.signatures()).extracting(PdfSignatureCheck::field).containsExactly("nguoi-ky", "co-quan");
        });
    }

    @Test
    void isRefusedByWhoTrustsAnotherAuthority() throws Exception {
        SampleLetter letter = SampleLetter.write(directory.resolve("letter.pdf"), CLOCK);
        SampleLetter other = SampleLetter.write(directory.resolve("other.pdf"), CLOCK);

        PdfValidation validation =
                new PdfValidator(PdfTrust.in(other.authority()), CLOCK).validate(Files.readAllBytes(letter.file()));

        assertThat(validation.isValid()).isFalse();
    }
}
