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
            "mucdomat",
            "độmật",
            "mứcđộmật");
    private static final Set<String> ORDINARY =
            Set.of("0", "thuong", "khong", "khongmat", "binhthuong", "ordinary", "normal", "none", "no", "false");
    private static final Set<String> LEVELS = Set.of("mật", "tốimật", "tuyệtmật");

    private SecrecyMarks() {}

    /** Returns whether an element or attribute of that name and text says anything but ordinary. */
    static boolean isMark(String name, String text) {
        String local = name.substring(name.lastIndexOf(':') + 1);
        return ELEMENTS.contains(bare(local)) && !text.isBlank() && !ORDINARY.contains(plain(text));
    }

    /** Returns whether the text is nothing but the name of a secrecy level. */
    static boolean isLevel(String text) {
        return LEVELS.contains(bare(text));
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
