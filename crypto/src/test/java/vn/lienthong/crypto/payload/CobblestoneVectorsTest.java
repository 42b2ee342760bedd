package vn.lienthong.crypto.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.crypto.Digest;

/** The payload format against two implementations that this project did not write. */
class CobblestoneVectorsTest {

    private static Stream<JsonNode> tests(String name) throws IOException {
        try (InputStream in = CobblestoneVectorsTest.class.getResourceAsStream("/vectors/cobblestone/" + name)) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(in, name))
                    .get("tests")
                    .valueStream();
        }
    }

    static Stream<JsonNode> wycheproof() throws IOException {
        return tests("wycheproof.json");
    }

    static Stream<JsonNode> pyca() throws IOException {
        return tests("pyca.json");
    }

    private static byte[] hex(JsonNode test, String field) {
        return HexFormat.of().parseHex(test.get(field).asString());
    }

    @ParameterizedTest
    @MethodSource("wycheproof")
    void opensWhatTheReferenceImplementationSealed(JsonNode test) throws IOException {
        byte[] sealed;
        try (InputStream inflater = new InflaterInputStream(new ByteArrayInputStream(hex(test, "ct")))) {
            sealed = inflater.readAllBytes();
        }
        PayloadKey key = PayloadKey.of(hex(test, "key"));
        try (InputStream opening = new OpeningInputStream(new ByteArrayInputStream(sealed), key, hex(test, "ctx"))) {
            byte[] plain = opening.readAllBytes();
            assertThat(plain).hasSize(test.get("msgLength").asInt());
            assertThat(Digest.sha512(plain).toHex())
                    .isEqualTo(test.get("msgSha512").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("pyca")
    void sealsOctetForOctetLikeAnotherImplementation(JsonNode test) throws IOException {
        byte[] plain = new byte[test.get("size").asInt()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (i * 31 + 7);
        }
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        PayloadKey key = PayloadKey.of(hex(test, "key"));
        try (SealingOutputStream sealing =
                new SealingOutputStream(sealed, key, hex(test, "context"), hex(test, "salt"))) {
            sealing.write(plain);
        }
        assertThat(sealed.size()).isEqualTo(test.get("sealedSize").asInt());
        assertThat(Digest.sha256(sealed.toByteArray()).toHex())
                .isEqualTo(test.get("sealedSha256").asString());
    }
}
