package vn.lienthong.node.outgoing.internal.recipients;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.core.text.SearchText;

/** Reads a whole "Nơi nhận:" block as it is pasted from a letter: hostile, bounded. */
public final class PlacesBlock {

    /** The longest block that is read. */
    public static final int LONGEST = 20_000;

    private static final int MOST = 500;
    private static final Pattern HEADING = Pattern.compile("(?iu)^\\s*nơi\\s+nhận\\s*:?\\s*");
    private static final Pattern BULLET = Pattern.compile("^[\\s\\-–—+*•·]+");
    private static final Pattern ENDING = Pattern.compile("[\\s;.,:/]+$");
    private static final Pattern SEPARATOR = Pattern.compile("[\\n\\r;]+");
    private static final Pattern FILING = Pattern.compile("^[Ll][ưu]u(\\s*[:.]|\\s+\\p{Lu}{2}|$)");
    private static final Pattern REMARK = Pattern.compile("\\(([^()]{1,60})\\)\\s*[;.,]*\\s*$");

    private PlacesBlock() {}

    /**
     * One line of the block.
     *
     * @param purpose why, as far as the line or its remark says so
     * @param name what is left without bullet, remark and punctuation
     */
    public record Line(Purpose purpose, String name) {}

    /** The lines, several on one line told apart by semicolons; "Như trên" stands for addressees and is left out. */
    public static List<Line> read(String pasted) {
        String text = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        String composed =
                HEADING.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceFirst("");
        List<Line> lines = new ArrayList<>();
        for (String part : SEPARATOR.split(composed, -1)) {
            String bare = BULLET.matcher(part).replaceFirst("").strip();
            if (!bare.isEmpty() && lines.size() < MOST) {
                add(bare, lines);
            }
        }
        return List.copyOf(lines);
    }

    private static void add(String part, List<Line> lines) {
        String bare = HEADING.matcher(part).replaceFirst("");
        if (FILING.matcher(bare).find()) {
            String kept = bare.replaceFirst("(?iu)^l[ưu]u\\s*:?\\s*", "");
            lines.add(new Line(Purpose.FILE, clean(kept)));
            return;
        }
        Matcher remark = REMARK.matcher(bare);
        Purpose purpose = remark.find() ? purpose(remark.group(1)) : Purpose.ACTION;
        String name = clean(remark.reset().replaceFirst(""));
        if (!name.isEmpty() && !SearchText.fold(name).equals("nhu tren")) {
            lines.add(new Line(purpose, name));
        }
    }

    private static Purpose purpose(String remark) {
        String folded = remark.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String plain = SearchText.fold(remark);
        if (folded.contains("b/c") || plain.contains("bao cao")) {
            return Purpose.REPORT;
        }
        if (plain.contains("de biet") || plain.contains("phoi hop") || folded.contains("p/h")) {
            return Purpose.INFORMATION;
        }
        return Purpose.ACTION;
    }

    private static String clean(String text) {
        return ENDING.matcher(text.strip()).replaceFirst("").strip();
    }
}
