package vn.lienthong.core.edxml;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds marks of state secrecy: QCVN 102 has no place for one, older and private forms do. Any doubt refuses. */
final class SecrecyMarks {

    private static final Pattern OUTSIDE = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Set<String> ELEMENTS = Set.of(
            "secret",
            "secrecy",
            "secretlevel",
            "secrecylevel",
            "security",
            "securitylevel",
            "confidential",
            "confidentiality",
            "domat",
            "mucdomat");
    private static final Set<String> ORDINARY =
            Set.of("0", "thuong", "khong", "khongmat", "binhthuong", "ordinary", "normal", "none", "no", "false");
    private static final Set<String> LEVELS = Set.of("mật", "tốimật", "tuyệtmật");

    /** Without the marks of its letters "mat" may be a face; these cannot be anything else. */
    private static final Set<String> UNMISTAKABLE = Set.of("toimat", "tuyetmat", "topsecret");

    private static final int LONGEST_LEVEL = 40;
    private static final int SHORTEST_SLIP = 5;

    private SecrecyMarks() {}

    /** Returns whether an element or attribute is named after secrecy and says anything but ordinary, or says nothing but a level. */
    static boolean isMark(String name, String text) {
        if (text.isBlank()) {
            return false;
        }
        String local = plain(name.substring(name.lastIndexOf(':') + 1));
        return isLevel(text)
                || (ELEMENTS.stream().anyMatch(element -> isNearly(element, local)) && !ORDINARY.contains(plain(text)));
    }

    private static boolean isLevel(String text) {
        return text.length() <= LONGEST_LEVEL && (LEVELS.contains(bare(text)) || UNMISTAKABLE.contains(plain(text)));
    }

    /** Returns whether two names differ by a slip of the finger at most: one letter more, less or another, or two changed about. */
    private static boolean isNearly(String element, String name) {
        if (element.equals(name)) {
            return true;
        }
        int longer = Math.max(element.length(), name.length());
        int same = 0;
        while (same < Math.min(element.length(), name.length()) && element.charAt(same) == name.charAt(same)) {
            same++;
        }
        String rest = element.substring(same);
        String other = name.substring(same);
        return longer > SHORTEST_SLIP
                && (tail(rest, 1).equals(other)
                        || rest.equals(tail(other, 1))
                        || (tail(rest, 1).equals(tail(other, 1)) && rest.length() == other.length())
                        || isTurned(rest, other));
    }

    private static boolean isTurned(String one, String other) {
        return one.length() > 1
                && other.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && tail(one, 2).equals(tail(other, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    private static String bare(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return OUTSIDE.matcher(composed).replaceAll("");
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(bare(text), Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}+", "").replace('đ', 'd');
    }
}
