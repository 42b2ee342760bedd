package vn.lienthong.node.directory.internal.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.lienthong.core.value.Octets;

/**
 * Reads and writes the JSON of enrolments and key registrations. Reading is strict: bounded, no unknown or duplicate members,
 * nothing behind the object, and the record's own constructor has the last word.
 */
public final class StrictBody {

    /** The largest body in octets: four certificate requests and keys have about 20 000. */
    public static final int MAX_SIZE = 128 * 1024;

    private static final int DEPTH = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxDocumentLength(MAX_SIZE)
                            .build())
                    .build())
            .addModule(new SimpleModule()
                    .addSerializer(Octets.class, new Base64Writer())
                    .addDeserializer(Octets.class, new Base64Reader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictBody() {}

    /**
     * Reads hostile octets; empty when they are not exactly such an object.
     *
     * @throws IOException if the stream breaks
     */
    public static <T> Optional<T> read(InputStream body, Class<T> type) throws IOException {
        byte[] octets = body.readNBytes(MAX_SIZE + 1);
        return octets.length > MAX_SIZE ? Optional.empty() : read(octets, type);
    }

    /** Reads hostile octets; empty when they are not exactly such an object. */
    public static <T> Optional<T> read(byte[] octets, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(octets, type));
        } catch (JacksonException e) {
            // The library's message may quote the content, so nothing of it is passed on.
            return Optional.empty();
        }
    }

    /** Writes an object. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static final class Base64Writer extends ValueSerializer<Octets> {

        @Override
        public void serialize(Octets value, JsonGenerator json, SerializationContext context) {
            json.writeString(Base64.getEncoder().encodeToString(value.toByteArray()));
        }
    }

    private static final class Base64Reader extends ValueDeserializer<Octets> {

        @Override
        public Octets deserialize(JsonParser json, DeserializationContext context) {
            try {
                return Octets.of(Base64.getDecoder().decode(json.getString()));
            } catch (IllegalArgumentException notBase64) {
                throw DatabindException.from(json, "not base64");
            }
        }
    }
}
