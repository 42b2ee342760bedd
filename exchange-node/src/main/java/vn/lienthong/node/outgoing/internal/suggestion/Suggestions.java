package vn.lienthong.node.outgoing.internal.suggestion;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the text of a letter says about the letter; a person decides whether it is so. Never prints itself.
 *
 * @param fields texts by the names of the fields of the form
 * @param places the lines behind "Nơi nhận:", empty when there are none
 * @param secrecyMark whether a mark of secrecy stands on the first page
 * @param mentionsAnnex whether the text speaks of annexes
 * @param pages how many pages the file has
 */
public record Suggestions(
        Map<String, String> fields, String places, boolean secrecyMark, boolean mentionsAnnex, int pages) {

    /** Nothing is known. */
    public static final Suggestions NONE = new Suggestions(Map.of(), "", false, false, 0);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the fields. */
    public Suggestions {
        fields = Map.copyOf(fields);
    }

    /** Reads what {@link #json} wrote; nothing from nothing. */
    public static Suggestions read(String json) {
        return json.isEmpty() ? NONE : JSON.readValue(json, Suggestions.class);
    }

    /** For the database. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** The text for a field; empty without. */
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "Suggestions[" + fields.size() + " fields]";
    }
}
