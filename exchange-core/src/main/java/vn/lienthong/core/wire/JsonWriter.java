package vn.lienthong.core.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Timestamps;

/** Writes JSON in the one canonical form: members in the order of the calls, no white space, absent things left out. */
final class JsonWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] object(Consumer<JsonWriter> body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            generator.writeStartObject();
            body.accept(new JsonWriter(generator));
            generator.writeEndObject();
        }
        return out.toByteArray();
    }

    @CanIgnoreReturnValue
    JsonWriter text(String name, Object value) {
        generator.writeStringProperty(name, value.toString());
        return this;
    }

    /** Leaves the member out when there is no value or an empty text. */
    @CanIgnoreReturnValue
    JsonWriter optionalText(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? this : text(name, value);
    }

    @CanIgnoreReturnValue
    JsonWriter whole(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    @CanIgnoreReturnValue
    JsonWriter optionalWhole(String name, @Nullable Integer value) {
        return value == null ? this : whole(name, value);
    }

    /** Leaves the member out when false. */
    @CanIgnoreReturnValue
    JsonWriter flag(String name, boolean value) {
        if (value) {
            generator.writeBooleanProperty(name, true);
        }
        return this;
    }

    @CanIgnoreReturnValue
    JsonWriter instant(String name, Instant value) {
        return text(name, Timestamps.format(value));
    }

    @CanIgnoreReturnValue
    JsonWriter optionalInstant(String name, @Nullable Instant value) {
        return value == null ? this : instant(name, value);
    }

    @CanIgnoreReturnValue
    JsonWriter octets(String name, Octets value) {
        return text(name, Base64.getEncoder().encodeToString(value.toByteArray()));
    }

    @CanIgnoreReturnValue
    JsonWriter object(String name, Consumer<JsonWriter> body) {
        generator.writeObjectPropertyStart(name);
        body.accept(this);
        generator.writeEndObject();
        return this;
    }

    @CanIgnoreReturnValue
    <T> JsonWriter optionalObject(String name, @Nullable T value, BiConsumer<JsonWriter, T> body) {
        return value == null ? this : object(name, json -> body.accept(json, value));
    }

    @CanIgnoreReturnValue
    JsonWriter texts(String name, Collection<?> values) {
        generator.writeArrayPropertyStart(name);
        values.forEach(value -> generator.writeString(value.toString()));
        generator.writeEndArray();
        return this;
    }

    /** Leaves the member out when there are none. */
    @CanIgnoreReturnValue
    JsonWriter optionalTexts(String name, Collection<?> values) {
        return values.isEmpty() ? this : texts(name, values);
    }

    @CanIgnoreReturnValue
    <T> JsonWriter objects(String name, List<T> values, BiConsumer<JsonWriter, T> body) {
        generator.writeArrayPropertyStart(name);
        for (T value : values) {
            generator.writeStartObject();
            body.accept(this, value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /** Leaves the member out when there are none. */
    @CanIgnoreReturnValue
    <T> JsonWriter optionalObjects(String name, List<T> values, BiConsumer<JsonWriter, T> body) {
        return values.isEmpty() ? this : objects(name, values, body);
    }
}
