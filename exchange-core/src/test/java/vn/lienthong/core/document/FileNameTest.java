package vn.lienthong.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "công văn 12.pdf, công văn 12.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\a\\bao cao.docx, bao cao.docx",
        "a:b*c?.pdf, a_b_c_.pdf",
        "con.pdf, _con.pdf",
        "LPT1, _LPT1",
        "'   ', tep",
        ".., tep",
        "'', tep",
        ".htaccess, htaccess",
        "name.pdf., name.pdf",
        "a/, tep",
        "'a\u0000\r\nb.pdf', ab.pdf",
        "'a\u202Efdp.exe', afdp.exe"
    })
    void makesSafeNames(String original, String safe) {
        assertThat(FileName.sanitise(original).value()).isEqualTo(safe);
    }

    @Test
    void composesVietnameseLetters() {
        assertThat(FileName.sanitise("Tha\u0302\u0301t.pdf").value()).isEqualTo("Thất.pdf");
        assertThat(FileName.of("Tha\u0302\u0301t.pdf")).isEmpty();
    }

    @Test
    void shortensTheStemAndKeepsTheExtension() {
        FileName name = FileName.sanitise("Ờ".repeat(100_000) + ".PDF");
        assertThat(name.value()).endsWith(".PDF");
        assertThat(name.extension()).isEqualTo("pdf");
        assertThat(name.value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(FileName.MAX_OCTETS);
    }

    @Test
    void sanitisingTwiceIsSanitisingOnce() {
        RandomGenerator random = new Random(17);
        String odd = "aA. /\\:*?\"<>|\u0000\n\u0301\u0302\u200D\u202E\uD83D\uDE00\uD83DĐ漢_-conăt";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(i < 19_000 ? 20 : 300);
            for (int j = 0; j < length; j++) {
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            String once = FileName.sanitise(text.toString()).value();
            assertThat(FileName.sanitise(once).value()).isEqualTo(once);
            assertThat(FileName.of(once)).isPresent();
            assertThat(once).isNotBlank().doesNotContain("/", "\\", "\u0000", "\n");
        }
    }

    @Test
    void refusesUnsafeNamesWhereTheyMustBeSafeAlready() {
        assertThatThrownBy(() -> new FileName("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(FileName.of("..")).isEmpty();
        assertThat(FileName.of("x".repeat(201))).isEmpty();
    }

    @Test
    void neverPrintsTheName() {
        assertThat(FileName.sanitise("mật.pdf")).hasToString("FileName[7]");
    }
}
