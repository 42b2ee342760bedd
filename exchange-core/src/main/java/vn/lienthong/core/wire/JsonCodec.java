package vn.lienthong.core.wire;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Encodes one type as canonical JSON and decodes nothing else: octets that this codec would not have written are refused, so
 * that one value has exactly one encoding and a digest of the octets is a digest of the meaning.
 *
 * <p>Guarantees: {@code decode(encode(v))} equals {@code v}; when {@code decode(o)} gives {@code v} then {@code encode(v)} equals
 * {@code o}; never throws on any input of {@link #decode}.
 *
 * @param <T> the type
 */
public final class JsonCodec<T> {

    private final JsonLimits limits;
    private final StrictJson json;
    private final JsonObject.Reader<T> reader;
    private final BiConsumer<JsonWriter, T> writer;

    JsonCodec(JsonLimits limits, JsonObject.Reader<T> reader, BiConsumer<JsonWriter, T> writer) {
        this.limits = limits;
        this.json = new StrictJson(limits);
        this.reader = reader;
        this.writer = writer;
    }

    /** Returns the longest encoding in octets that is read. */
    public int maxOctets() {
        return limits.octets();
    }

    /**
     * Encodes a value.
     *
     * @throws IllegalArgumentException when the value is so large that no reader would take it
     */
    public byte[] encode(T value) {
        byte[] octets = JsonWriter.object(object -> writer.accept(object, value));
        if (octets.length > limits.octets()) {
            throw new IllegalArgumentException("the encoding is longer than " + limits.octets() + " octets");
        }
        return octets;
    }

    /** Decodes hostile octets. */
    public Decoded<T> decode(byte[] octets) {
        try {
            T value = JsonObject.read(json.parse(octets), "", reader);
            return Arrays.equals(JsonWriter.object(object -> writer.accept(object, value)), octets)
                    ? new Decoded.Value<>(value)
                    : new Decoded.Malformed<>("not in canonical form", "");
        } catch (MalformedException e) {
            return new Decoded.Malformed<>(e.reason(), e.where());
        } catch (RuntimeException e) {
            // Hostile octets: a parse that fails in any way is a refusal, and never takes the worker down.
            return new Decoded.Malformed<>("cannot be read: " + e.getClass().getSimpleName(), "");
        }
    }
}
