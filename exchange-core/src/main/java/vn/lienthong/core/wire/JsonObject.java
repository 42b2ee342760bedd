package vn.lienthong.core.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;

/** One JSON object under strict reading: every member is asked for by name, and {@link #end} refuses what nobody asked for. */
final class JsonObject {

    private final JsonValue.Members members;
    private final String pointer;
    private final Set<String> asked = new HashSet<>();

    JsonObject(JsonValue.Members members, String pointer) {
        this.members = members;
        this.pointer = pointer;
    }

    /** Reads a value that stands inside a member or an array. */
    interface Reader<T> {
        T read(JsonObject object) throws MalformedException;
    }

    String text(String name) throws MalformedException {
        if (required(name) instanceof JsonValue.Text(String value)) {
            return value;
        }
        throw wrong("a string is due", name);
    }

    /** Reads a text for which absence means empty; an empty text that is present is refused. */
    String textOrEmpty(String name) throws MalformedException {
        if (!has(name)) {
            return "";
        }
        String text = text(name);
        if (text.isEmpty()) {
            throw wrong("empty texts are left out", name);
        }
        return text;
    }

    boolean has(String name) {
        asked.add(name);
        return members.values().containsKey(name);
    }

    long whole(String name, long min, long max) throws MalformedException {
        if (required(name) instanceof JsonValue.Whole(long value) && value >= min && value <= max) {
            return value;
        }
        throw wrong("a whole number from " + min + " to " + max + " is due", name);
    }

    @Nullable
    Integer wholeOrNull(String name, int min, int max) throws MalformedException {
        return has(name) ? Integer.valueOf((int) whole(name, min, max)) : null;
    }

    /** Reads a flag for which absence means false; a present false is refused. */
    boolean flag(String name) throws MalformedException {
        if (!has(name)) {
            return false;
        }
        if (required(name) instanceof JsonValue.Flag(boolean value) && value) {
            return true;
        }
        throw wrong("only true is written", name);
    }

    /** Reads a text of which the parser makes a value or nothing. */
    <T> T parsed(String name, Function<String, Optional<T>> parser) throws MalformedException {
        return parser.apply(text(name)).orElseThrow(() -> wrong("not in its form", name));
    }

    <T> @Nullable T parsedOrNull(String name, Function<String, Optional<T>> parser) throws MalformedException {
        return has(name) ? parsed(name, parser) : null;
    }

    Instant instant(String name) throws MalformedException {
        return parsed(name, Timestamps::parse);
    }

    @Nullable
    Instant instantOrNull(String name) throws MalformedException {
        return has(name) ? instant(name) : null;
    }

    Sha256 sha256(String name) throws MalformedException {
        return parsed(name, Sha256::fromHex);
    }

    Octets octets(String name, int max) throws MalformedException {
        String text = text(name);
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            boolean canonical = Base64.getEncoder().encodeToString(octets).equals(text);
            if (canonical && octets.length <= max) {
                return Octets.of(octets);
            }
        } catch (IllegalArgumentException e) {
            throw wrong("not base64", name);
        }
        throw wrong("not canonical base64 of at most " + max + " octets", name);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) throws MalformedException {
        return parsed(
                name,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst());
    }

    <T> T object(String name, Reader<T> reader) throws MalformedException {
        return read(required(name), at(name), reader);
    }

    <T> @Nullable T objectOrNull(String name, Reader<T> reader) throws MalformedException {
        return has(name) ? object(name, reader) : null;
    }

    /** Reads an array of objects. */
    <T> List<T> objects(String name, int max, Reader<T> reader) throws MalformedException {
        List<JsonValue> items = items(name, max);
        List<T> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            values.add(read(items.get(i), at(name) + "/" + i, reader));
        }
        return values;
    }

    /** Reads an array of objects for which absence means empty; an empty one that is present is refused. */
    <T> List<T> objectsOrNone(String name, int max, Reader<T> reader) throws MalformedException {
        return has(name) ? filled(name, objects(name, max, reader)) : List.of();
    }

    /** Reads an array of texts of which the parser makes values. */
    <T> List<T> texts(String name, int max, Function<String, Optional<T>> parser) throws MalformedException {
        List<JsonValue> items = items(name, max);
        List<T> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String where = at(name) + "/" + i;
            if (!(items.get(i) instanceof JsonValue.Text(String text))) {
                throw new MalformedException("a string is due", where);
            }
            values.add(parser.apply(text).orElseThrow(() -> new MalformedException("not in its form", where)));
        }
        return values;
    }

    /** Reads an array of texts for which absence means empty; an empty one that is present is refused. */
    <T> List<T> textsOrNone(String name, int max, Function<String, Optional<T>> parser) throws MalformedException {
        return has(name) ? filled(name, texts(name, max, parser)) : List.of();
    }

    /** Refuses members that nobody has asked for. */
    void end() throws MalformedException {
        for (String name : members.values().keySet()) {
            if (!asked.contains(name)) {
                throw wrong("unknown member", name);
            }
        }
    }

    MalformedException wrong(String reason, String name) {
        return new MalformedException(reason, at(name));
    }

    static <T> T read(JsonValue value, String pointer, Reader<T> reader) throws MalformedException {
        if (!(value instanceof JsonValue.Members members)) {
            throw new MalformedException("an object is due", pointer);
        }
        JsonObject object = new JsonObject(members, pointer);
        try {
            T result = reader.read(object);
            object.end();
            return result;
        } catch (IllegalArgumentException e) {
            // The domain's constructors refuse by this exception; their messages name the rule and never the content.
            throw new MalformedException(String.valueOf(e.getMessage()), pointer);
        }
    }

    private <T> List<T> filled(String name, List<T> values) throws MalformedException {
        if (values.isEmpty()) {
            throw wrong("empty arrays are left out", name);
        }
        return values;
    }

    private List<JsonValue> items(String name, int max) throws MalformedException {
        if (required(name) instanceof JsonValue.Items(List<JsonValue> values) && values.size() <= max) {
            return values;
        }
        throw wrong("an array of at most " + max + " values is due", name);
    }

    private JsonValue required(String name) throws MalformedException {
        asked.add(name);
        JsonValue value = members.values().get(name);
        if (value == null) {
            throw wrong("missing", name);
        }
        return value;
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
