package vn.lienthong.core.register;

import vn.lienthong.core.value.BoundedText;

/**
 * A type of document (tên loại văn bản).
 *
 * @param name for example {@code Quyết định}
 * @param abbreviation as it stands in the notation, {@code QĐ}; empty where the type has none
 * @param legal whether it is a legal normative document
 */
public record ListedType(String name, String abbreviation, boolean legal) {

    /** Letters (công văn): their notation names the agency and the unit instead of a type. */
    public static final String LETTER = "Công văn";

    /** Checks lengths. */
    public ListedType {
        name = BoundedText.line("type", name, 1, 100);
        abbreviation = BoundedText.line("abbreviation", abbreviation, 0, 15);
    }

    /** Whether it is a letter. */
    public boolean isLetter() {
        return name.equals(LETTER);
    }

    /** What a series of this type alone is called: the abbreviation, or the name where there is none. */
    public String seriesName() {
        return abbreviation.isEmpty() ? name.substring(0, Math.min(name.length(), 30)) : abbreviation;
    }
}
