package vn.lienthong.core.document;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * The type of a document (tên loại). The name decides; systems disagree about the numbers, which are kept as hints.
 *
 * @param name for example {@code Công văn}, at most 100 characters; may be empty
 * @param kind 0 to 999 as received, mostly 1 legal or 2 administrative; null when absent
 * @param detail 0 to 999 as received, position in the list of types; null when absent
 */
public record DocumentType(
        String name, @Nullable Integer kind, @Nullable Integer detail) {

    /** The largest number of a type. */
    public static final int MAX_NUMBER = 999;

    /** Checks lengths and ranges. */
    public DocumentType {
        name = BoundedText.line("type name", name, 0, 100);
        kind = SmallNumbers.require("type", kind, MAX_NUMBER);
        detail = SmallNumbers.require("type detail", detail, MAX_NUMBER);
    }

    /** Returns a type that is known by its name only. */
    public static DocumentType named(String name) {
        return new DocumentType(name, null, null);
    }
}
