package vn.lienthong.core.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object from hostile octets: bounded, well-formed UTF-8, no duplicate member, no null, no fraction, nothing
 * behind it.
 */
final class StrictJson {

    private final JsonLimits limits;
    private final JsonFactory factory;

    StrictJson(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(JsonLimits.DEPTH)
                        .maxDocumentLength(limits.octets())
                        .maxTokenCount(limits.tokens())
                        .maxNumberLength(JsonLimits.NUMBER_LENGTH)
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(JsonLimits.NAME_LENGTH)
                        .build())
                .build();
    }

    JsonValue.Members parse(byte[] octets) throws MalformedException {
        if (octets.length > limits.octets()) {
            throw new MalformedException("longer than " + limits.octets() + " octets", "@" + limits.octets());
        }
        requireUtf8(octets);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), octets)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedException("not an object", "");
            }
            JsonValue.Members members = members(parser);
            if (parser.nextToken() != null) {
                throw malformed("octets after the object", parser);
            }
            return members;
        } catch (JacksonException e) {
            // The library's message may quote the content, so only the place is passed on.
            throw new MalformedException("not well-formed JSON within limits", "@" + offset(e));
        }
    }

    private static void requireUtf8(byte[] octets) throws MalformedException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8", "");
        }
        if (octets.length >= 3 && octets[0] == (byte) 0xEF) {
            throw new MalformedException("a byte order mark or no object", "@0");
        }
    }

    private static JsonValue.Members members(JsonParser parser) throws MalformedException {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new JsonValue.Members(values);
    }

    private static JsonValue.Items items(JsonParser parser) throws MalformedException {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonValue.Items(values);
    }

    private static JsonValue value(JsonParser parser) throws MalformedException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed("ends too early", parser);
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT -> new JsonValue.Whole(parser.getLongValue());
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            default -> throw malformed("null, fraction or nothing where a value is due", parser);
        };
    }

    private static MalformedException malformed(String reason, JsonParser parser) {
        return new MalformedException(
                reason, parser.streamReadContext().pathAsPointer().toString());
    }

    private static long offset(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
    }
}
