package vn.lienthong.node.vxp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.testing.Mutations;

class SignedHeadersTest {

    private static Optional<SignedHeaders> read(String signHeader, Map<String, String> sent) {
        Map<String, String> headers = new HashMap<>();
        sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("xroadvnpt-sign-header", signHeader);
        headers.putIfAbsent("xroadvnpt-hash-header", "00".repeat(32));
        return SignedHeaders.read(name -> headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void readsClaimsInAnyCaseWithAndWithoutPrefix() {
        assertThat(read(
                                "{\"XroadVnpt-docId\":\"7\",\"systemid\":\"H37\"}",
                                Map.of("XROADVNPT-DOCID", "7", "XroadVnpt-systemid", "H37"))
                        .orElseThrow()
                        .claims())
                .containsEntry("docid", "7")
                .containsEntry("systemid", "H37");
    }

    @Test
    void signsTheExactOctets() {
        String text = "{ \"XroadVnpt-systemid\" : \"H37\" }";
        assertThat(read(text, Map.of("XroadVnpt-systemid", "H37"))
                        .orElseThrow()
                        .signed()
                        .size())
                .isEqualTo(text.length());
    }

    @Test
    void toleratesLeakedHeadersThatAreNotSigned() {
        assertThat(read("{\"systemid\":\"H37\"}", Map.of("XroadVnpt-systemid", "H37", "XroadVnpt-docId", "9"))
                        .orElseThrow()
                        .claims())
                .doesNotContainKey("docid");
    }

    @Test
    void refusesAClaimThatWasNotSent() {
        assertThat(read("{\"systemid\":\"H37\",\"docId\":\"9\"}", Map.of("XroadVnpt-systemid", "H37")))
                .isEmpty();
    }

    @Test
    void refusesAHeaderThatDiffersFromItsClaim() {
        assertThat(read("{\"systemid\":\"H37\"}", Map.of("XroadVnpt-systemid", "H38")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"systemid\":1}",
                "{\"systemid\":null}",
                "{\"systemid\":{}}",
                "{\"systemid\":\"H37\",\"systemid\":\"H37\"}",
                "{\"systemid\":\"H37\",\"SystemId\":\"H37\"}",
                "{\"systemid\":\"H37\"} {}",
                "{\"systemid\":\"H37\""
            })
    void refusesWhatIsNoObjectOfTexts(String text) {
        assertThat(read(text, Map.of("XroadVnpt-systemid", "H37"))).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        String value = "x".repeat(13_000);
        assertThat(read("{\"a\":\"" + value + "\"}", Map.of("XroadVnpt-a", value)))
                .isEmpty();
    }

    @Test
    void endsInClaimsOrNothingWhateverIsDamaged() {
        byte[] good = "{\"XroadVnpt-docId\":\"7\",\"systemid\":\"H37\",\"to\":\"[\\\"H38\\\"]\"}"
                .getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> sent =
                Map.of("XroadVnpt-docId", "7", "XroadVnpt-systemid", "H37", "XroadVnpt-to", "[\"H38\"]");
        Mutations.each(
                List.of(good),
                octets -> assertThat(read(new String(octets, StandardCharsets.ISO_8859_1), sent))
                        .isNotNull());
    }
}
