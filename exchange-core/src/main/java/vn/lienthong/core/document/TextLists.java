package vn.lienthong.core.document;

import java.util.List;
import vn.lienthong.core.value.BoundedText;

/** Lists of non-empty lines with a bounded number and length. */
final class TextLists {

    private TextLists() {}

    static List<String> require(String field, List<String> texts, int maxEntries, int maxLength) {
        if (texts.size() > maxEntries) {
            throw new IllegalArgumentException(field + " has more than " + maxEntries + " entries");
        }
        return texts.stream()
                .map(text -> BoundedText.line(field, text, 1, maxLength))
                .toList();
    }
}
