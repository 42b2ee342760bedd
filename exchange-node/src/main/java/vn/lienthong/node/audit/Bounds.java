package vn.lienthong.node.audit;

import org.jspecify.annotations.Nullable;

/** Cuts texts from outside to a length and to one line, so that no event is ever lost because of what is in it. */
final class Bounds {

    static final int ID = 80;
    static final int CODE = 40;
    static final int VALUE = 500;

    private Bounds() {}

    static String line(String text, int longest) {
        String printable = text.length() > longest ? text.substring(0, longest) : text;
        return printable.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", "?");
    }

    static @Nullable String orNull(@Nullable String text, int longest) {
        return text == null || text.isEmpty() ? null : line(text, longest);
    }
}
