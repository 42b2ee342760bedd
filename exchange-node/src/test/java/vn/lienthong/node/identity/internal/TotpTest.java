package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void agreesWithTheVectorsOfTheStandard(long time, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(time));
        assertThat(Totp.code("HmacSHA1", SECRET, step, 8)).isEqualTo(sha1);
        assertThat(Totp.code("HmacSHA256", seed(32), step, 8)).isEqualTo(sha256);
        assertThat(Totp.code("HmacSHA512", seed(64), step, 8)).isEqualTo(sha512);
    }

    @Test
    void takesCodesOfTheStepsBesideThePresentOneOnly() {
        assertThat(Totp.code(SECRET, NOW)).isEqualTo("081804");
        assertThat(Totp.stepOf(SECRET, "081804", NOW)).hasValue(Totp.step(NOW));
        assertThat(Totp.stepOf(SECRET, "081804", NOW.plusSeconds(30))).hasValue(Totp.step(NOW));
        assertThat(Totp.stepOf(SECRET, "081804", NOW.minusSeconds(30))).hasValue(Totp.step(NOW));
        assertThat(Totp.stepOf(SECRET, "081804", NOW.plusSeconds(62))).isEmpty();
        assertThat(Totp.stepOf(SECRET, "081804", NOW.minusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "81804", "0818040", "08180x", "081805", "\u0660\u06688\u06618\u06604", "-81804"})
    void refusesEverythingElse(String typed) {
        assertThat(Totp.stepOf(SECRET, typed, NOW)).isEmpty();
    }

    @Test
    void writesSecretsAsTheStandardDoes() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Base32.encode(new byte[0])).isEmpty();
        assertThat(Base32.encode(HexFormat.of().parseHex("ffffffffff"))).isEqualTo("77777777");
    }

    private static byte[] seed(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
