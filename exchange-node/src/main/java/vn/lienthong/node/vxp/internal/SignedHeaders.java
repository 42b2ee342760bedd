package vn.lienthong.node.vxp.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.value.Octets;

/**
 * The signed headers of a call: the JSON text that was signed, and the claims in it. Everything in them is hostile until the
 * signature was checked, and bounded before.
 *
 * @param signed the very octets that were signed
 * @param signature hex digits as they came
 * @param claims values by the name of the parameter, lower case, without prefix
 */
record SignedHeaders(Octets signed, String signature, Map<String, String> claims) {

    static final String PREFIX = "XroadVnpt-";

    private static final int LONGEST = 12 << 10;
    private static final int MOST = 64;
    private static final int LONGEST_SIGNATURE = 128;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2)
                            .maxNameLength(100)
                            .maxNumberLength(20)
                            .maxTokenCount(4 * MOST)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads the headers of a call.
     *
     * @param header gives a header by its name in any case, each octet as one character; null when it was not sent
     * @return empty when something is missing, too long, no JSON object of texts, or differs from the headers that were sent
     */
    static Optional<SignedHeaders> read(Function<String, @Nullable String> header) {
        String text = header.apply(PREFIX + "sign-header");
        String signature = header.apply(PREFIX + "hash-header");
        if (text == null || signature == null || text.length() > LONGEST || signature.length() > LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return claims(octets)
                .filter(claims ->
                        claims.entrySet().stream().allMatch(claim -> wasSent(claim.getKey(), claim.getValue(), header)))
                .map(claims -> new SignedHeaders(Octets.of(octets), signature, claims));
    }

    private static Optional<Map<String, String>> claims(byte[] octets) {
        JsonNode root;
        try {
            root = JSON.readTree(decoded(octets));
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
        if (!root.isObject() || root.size() > MOST) {
            return Optional.empty();
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (var member : root.properties()) {
            String name = bare(member.getKey());
            // Names that differ in case only would be one header.
            if (!member.getValue().isString()
                    || claims.put(name, member.getValue().stringValue()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(claims);
    }

    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String prefix = PREFIX.toLowerCase(Locale.ROOT);
        return lower.startsWith(prefix) ? lower.substring(prefix.length()) : lower;
    }

    private static boolean wasSent(String name, String value, Function<String, @Nullable String> header) {
        String sent = header.apply(PREFIX + name);
        return sent != null
                && new String(sent.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                        .strip()
                        .equals(value.strip());
    }

    private static String decoded(byte[] octets) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }
}
