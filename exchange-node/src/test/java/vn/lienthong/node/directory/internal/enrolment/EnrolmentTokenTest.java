package vn.lienthong.node.directory.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;

class EnrolmentTokenTest {

    private static final EnrolmentToken TOKEN = new EnrolmentToken(
            new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L),
            Octets.of(new byte[EnrolmentToken.SECRET]),
            Sha256.of("anchor".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void readsWhatItWrites() {
        assertThat(EnrolmentToken.parse(TOKEN.text())).contains(TOKEN);
    }

    @Test
    void refusesATokenThatIsCutOrLonger() {
        String text = TOKEN.text();
        for (int length = 0; length < text.length(); length++) {
            assertThat(EnrolmentToken.parse(text.substring(0, length))).isEmpty();
        }
        assertThat(EnrolmentToken.parse(text + "A")).isEmpty();
    }

    @Test
    void refusesAnotherPrefixAndForeignCharacters() {
        String text = TOKEN.text();
        assertThat(EnrolmentToken.parse("lt2." + text.substring(4))).isEmpty();
        assertThat(EnrolmentToken.parse(text.substring(0, 20) + "!" + text.substring(21)))
                .isEmpty();
    }

    @Test
    void printsNoSecret() {
        assertThat(TOKEN.toString()).contains(TOKEN.tokenId().toString()).hasSizeLessThan(60);
    }

    @Test
    void refusesASecretOfAnotherLength() {
        Octets shorter = Octets.of(new byte[31]);
        assertThatThrownBy(() -> new EnrolmentToken(TOKEN.tokenId(), shorter, TOKEN.anchor()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsARequest() {
        assertThat(read(
                        "{\"v\":1,\"tokenId\":\"x\",\"secret\":\"AA==\",\"exchangeUrl\":\"https://a\",\"tlsRequest\":\"AA==\","
                            + "\"signingRequest\":\"AA==\"}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"v\":1}",
                "{\"v\":2,\"tokenId\":\"x\",\"secret\":\"AA==\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\"}",
                "{\"v\":1,\"tokenId\":null,\"secret\":\"AA==\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\"}",
                "{\"v\":1,\"tokenId\":\"x\",\"secret\":\"?\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\"}",
                "{\"v\":1,\"tokenId\":\"x\",\"secret\":\"AA==\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\",\"x\":1}",
                "{\"v\":1,\"v\":1,\"tokenId\":\"x\",\"secret\":\"AA==\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\"}",
                "{\"v\":1,\"tokenId\":\"x\",\"secret\":\"AA==\",\"exchangeUrl\":\"u\",\"tlsRequest\":\"AA==\",\"signingRequest\":\"AA==\"}"
                    + " x"
            })
    void refusesWhatIsNotExactlyARequest(String json) {
        assertThat(read(json)).isFalse();
    }

    private static boolean read(String json) {
        return StrictBody.read(json.getBytes(StandardCharsets.UTF_8), EnrolmentRequest.class)
                .isPresent();
    }
}
