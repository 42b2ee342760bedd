package vn.lienthong.node.outgoing.internal.draft;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was typed about a document: kept as it is, valid or not, so that nothing is lost. Never prints itself. */
public final class Typed {

    /** Nothing yet. */
    public static final Typed NOTHING = new Typed(new EnumMap<>(Field.class));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Field, String> texts;

    private Typed(Map<Field, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    /**
     * Takes the fields of a form; what is no field is passed over, what is too long is cut off.
     *
     * @param parameters of any content
     */
    public static Typed of(Map<String, String> parameters) {
        EnumMap<Field, String> texts = new EnumMap<>(Field.class);
        parameters.forEach((name, text) -> Field.of(name).ifPresent(field -> keep(texts, field, text)));
        return new Typed(texts);
    }

    /** Reads what {@link #json} wrote. */
    public static Typed read(String json) {
        return of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    private static void keep(EnumMap<Field, String> texts, Field field, String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        if (!clean.isEmpty()) {
            texts.put(field, bounded(clean, field.longest()));
        }
    }

    private static String bounded(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** What was typed into a field; empty when nothing was. */
    public String get(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** For templates: by the name of the field. */
    public String text(String id) {
        return Field.of(id).map(this::get).orElse("");
    }

    /** The same on one line. */
    public String line(Field field) {
        return get(field).replaceAll("\\s+", " ").strip();
    }

    /** Whether a box was ticked. */
    public boolean ticked(Field field) {
        return get(field).equals("yes");
    }

    /** The same with another text in a field. */
    public Typed with(Field field, String text) {
        EnumMap<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(texts);
        changed.remove(field);
        keep(changed, field, text);
        return new Typed(changed);
    }

    /** For the database. */
    public String json() {
        Map<String, String> named = new TreeMap<>();
        texts.forEach((field, text) -> named.put(field.id(), text));
        return JSON.writeValueAsString(named);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Typed that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return "Typed[" + texts.size() + " fields]";
    }
}
