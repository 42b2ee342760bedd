package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The proofs, good and bad, that the authors of transparency-dev/merkle publish. */
class ProofVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/merkle");

    static Stream<Path> inclusion() {
        return files("inclusion").stream();
    }

    static Stream<Path> consistency() {
        return files("consistency").stream();
    }

    private static List<Path> files(String kind) {
        try (Stream<Path> files = Files.walk(VECTORS.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void findsAllVectors() {
        assertThat(inclusion()).hasSize(98);
        assertThat(consistency()).hasSize(98);
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void agreesOnInclusion(Path file) throws IOException {
        JsonNode vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
        assertThat(included(vector)).isEqualTo(!vector.get("wantErr").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void agreesOnConsistency(Path file) throws IOException {
        JsonNode vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
        assertThat(consistent(vector)).isEqualTo(!vector.get("wantErr").asBoolean());
    }

    private static boolean included(JsonNode vector) {
        try {
            InclusionProof proof =
                    new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"), path(vector));
            return proof.check(hash(vector, "leafHash"), hash(vector, "root")) == ProofCheck.VALID;
        } catch (LogFormatException e) {
            return false;
        }
    }

    private static boolean consistent(JsonNode vector) {
        try {
            ConsistencyProof proof =
                    new ConsistencyProof(number(vector, "size1"), number(vector, "size2"), path(vector));
            return proof.check(hash(vector, "root1"), hash(vector, "root2")) == ProofCheck.VALID;
        } catch (LogFormatException e) {
            return false;
        }
    }

    private static long number(JsonNode vector, String name) {
        return new BigInteger(vector.get(name).asString()).longValue();
    }

    /** Reads a hash; a vector of two equal trees does not care for the roots and has other octets in their place. */
    private static MerkleHash hash(JsonNode vector, String name) throws LogFormatException {
        String text = vector.get(name).asString();
        return vector.path("size1").asString("0").equals(vector.path("size2").asString("1"))
                ? MerkleHash.leaf(text.getBytes(StandardCharsets.US_ASCII))
                : MerkleHash.ofBase64(text);
    }

    private static List<MerkleHash> path(JsonNode vector) throws LogFormatException {
        List<MerkleHash> path = new ArrayList<>();
        for (JsonNode hash : vector.get("proof")) {
            path.add(MerkleHash.ofBase64(hash.asString()));
        }
        return path;
    }
}
