package vn.lienthong.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the public vectors of the protocol: octets that every reader has to accept or to refuse. */
class JsonVectorsTest {

    private static final Path VECTORS = Path.of("..", "docs", "protocol", "vectors", "json");
    private static final Map<String, JsonCodec<?>> FORMATS = Map.of(
            "header", WireFormats.PARCEL_HEADER,
            "evidence", WireFormats.EVIDENCE,
            "commitment", WireFormats.LOG_COMMITMENT,
            "receipts", WireFormats.RECEIPT_BATCH,
            "statement", WireFormats.STATEMENT,
            "publication", WireFormats.PUBLICATION,
            "document", WireFormats.DOCUMENT);

    static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(VECTORS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decidesAsTheVectorSays(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf("\n\n");
        Map<String, String> head = Arrays.stream(text.substring(0, end).split("\n", -1))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        String body = text.substring(end + 2, text.length() - 1);
        byte[] octets = head.getOrDefault("body", "").equals("hex")
                ? HexFormat.of().parseHex(body)
                : body.getBytes(StandardCharsets.UTF_8);
        JsonCodec<?> codec = FORMATS.get(head.get("format"));
        assertThat(codec).isNotNull();
        if (codec != null) {
            Decoded<?> decoded = codec.decode(octets);
            Class<?> expected = "accepted".equals(head.get("expect")) ? Decoded.Value.class : Decoded.Malformed.class;
            assertThat(decoded).as("%s", decoded).isInstanceOf(expected);
        }
    }

    @Test
    void mustFailIsNotForgotten() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(80);
    }

    @Test
    void saysWhereItIsWrongAndNotWhat() {
        byte[] octets =
                "{\"v\":1,\"latest\":0,\"publications\":[{\"octets\":\"bí mật\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(WireFormats.PUBLICATION_PAGE.decode(octets))
                .isEqualTo(new Decoded.Malformed<>("not base64", "/publications/0/octets"));
    }

    @Test
    void refusesStructuresThatAreTooLongWithoutReadingThem() {
        assertThat(WireFormats.PARCEL_HEADER.decode(new byte[(64 << 10) + 1]))
                .isEqualTo(new Decoded.Malformed<>("longer than 65536 octets", "@65536"));
    }
}
