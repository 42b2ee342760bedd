package vn.lienthong.node.identity.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Browser and system in a few words, from what a browser says of itself. Everybody can say anything, so only known words come out. */
final class DeviceName {
    private static final int READ = 400;

    /**
     * A word for what matches.
     *
     * @param mark what the browser says
     * @param word what people read
     */
    private record Sign(Pattern mark, String word) {
        static Sign of(String mark, String word) {
            return new Sign(Pattern.compile(mark), word);
        }
    }

    /** Chromium's children name their parents, so the children come first. */
    private static final List<Sign> BROWSERS = List.of(
            Sign.of("coc_coc", "Coc Coc"),
            Sign.of("Edg(A|iOS)?/", "Edge"),
            Sign.of("OPR/", "Opera"),
            Sign.of("SamsungBrowser/", "Samsung Internet"),
            Sign.of("(Firefox|FxiOS)/", "Firefox"),
            Sign.of("(Chrome|Chromium|CriOS|HeadlessChrome)/", "Chrome"),
            Sign.of("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("Windows", "Windows"),
            Sign.of("Android", "Android"),
            Sign.of("(iPhone|iPad)", "iOS"),
            Sign.of("(Macintosh|Mac OS X)", "macOS"),
            Sign.of("Linux", "Linux"));

    private DeviceName() {}

    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "?";
        }
        String told = userAgent.length() > READ ? userAgent.substring(0, READ) : userAgent;
        return word(BROWSERS, told) + ", " + word(SYSTEMS, told);
    }

    private static String word(List<Sign> signs, String told) {
        return signs.stream()
                .filter(sign -> sign.mark().matcher(told).find())
                .map(Sign::word)
                .findFirst()
                .orElse("?");
    }
}
