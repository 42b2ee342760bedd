package vn.lienthong.node.outgoing.internal.suggestion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.crypto.pdf.PdfText;
import vn.lienthong.node.outgoing.internal.draft.Field;

/** Reads number, date, type, subject, signer and "Nơi nhận" from a letter in the layout of Decree 30/2020 or of the Party. */
public final class LetterReading {

    private static final Pattern NUMBER =
            Pattern.compile("Số\\s*:?\\s*(\\d{0,8}[a-zđ]?)[ ._…]*/\\s*([\\p{Lu}\\d][\\p{L}\\d./&-]{1,58})");
    private static final Pattern PARTY_NUMBER =
            Pattern.compile("Số\\s+(\\d{0,8})[ ._…]*-\\s*(\\p{Lu}[\\p{L}]{1,4}/[\\p{L}\\d./-]{2,50})");
    private static final Pattern DATE =
            Pattern.compile("([\\p{L}. ]{2,60}),\\s*ngày\\s*(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*năm\\s*(\\d{4})");
    private static final Pattern PLACE_ONLY = Pattern.compile("([\\p{L}. ]{2,60}),\\s*ngày\\b");
    private static final Pattern COMPETENCE = Pattern.compile("^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|TUQ)\\s*\\.?\\s+\\p{Lu}.*");
    private static final Pattern NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+( \\p{Lu}\\p{Ll}*){1,5}$");
    private static final Pattern PLACES = Pattern.compile("^\\s*Nơi nhận\\s*:?.*");
    private static final Set<String> SECRET = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");
    private static final int MOST_PLACES = 60;
    private static final int SUBJECT_LINES = 6;

    private LetterReading() {}

    /** Reads a letter; what is not found is left out. */
    public static Suggestions read(PdfText text) {
        List<String> seen = lines(text.byPlace());
        List<String> blocks = lines(text.byBlock());
        Map<String, String> found = new TreeMap<>();
        String rest = number(String.join("\n", seen), found);
        date(rest, found);
        typeAndSubject(seen, found);
        signer(blocks, found);
        urgency(seen, found);
        if (text.pages() > 0) {
            found.put(Field.PAGES.id(), Integer.toString(text.pages()));
        }
        String folded = SearchText.fold(text.byPlace());
        return new Suggestions(
                found,
                String.join("\n", places(blocks)),
                seen.stream().limit(20).anyMatch(SECRET::contains),
                folded.contains("kem theo") || folded.contains("phu luc"),
                text.pages());
    }

    private static List<String> lines(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .lines()
                .map(line -> line.replaceAll("[\\h\\p{Cntrl}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns the text without the number, so that it is not taken for part of the place beside it. */
    private static String number(String text, Map<String, String> found) {
        for (Pattern pattern : List.of(NUMBER, PARTY_NUMBER)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                put(found, Field.NUMBER, matcher.group(1));
                put(found, Field.NOTATION, matcher.group(2));
                return text.substring(0, matcher.start()) + "\n" + text.substring(matcher.end());
            }
        }
        return text;
    }

    private static void date(String text, Map<String, String> found) {
        Matcher date = DATE.matcher(text);
        if (date.find()) {
            put(found, Field.PLACE, date.group(1));
            put(
                    found,
                    Field.ISSUED,
                    String.format(
                            Locale.ROOT,
                            "%02d/%02d/%s",
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3)),
                            date.group(4)));
            return;
        }
        Matcher place = PLACE_ONLY.matcher(text);
        if (place.find()) {
            put(found, Field.PLACE, place.group(1));
        }
    }

    private static void typeAndSubject(List<String> lines, Map<String, String> found) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (LetterTypes.named(line).isPresent()) {
                put(found, Field.TYPE, LetterTypes.named(line).get());
                put(found, Field.SUBJECT, subject(lines.subList(i + 1, lines.size())));
                return;
            }
            if (line.startsWith("V/v ") || line.startsWith("Về việc ")) {
                put(found, Field.TYPE, "Công văn");
                put(
                        found,
                        Field.SUBJECT,
                        subject(lines.subList(i, lines.size())).replaceFirst("^V/v ", ""));
                return;
            }
        }
    }

    private static String subject(List<String> lines) {
        List<String> subject = new ArrayList<>();
        for (String line : lines) {
            boolean over = line.startsWith("Kính gửi")
                    || line.startsWith("Căn cứ")
                    || line.matches("[-_–—* ]+")
                    || subject.size() == SUBJECT_LINES
                    || (!subject.isEmpty() && subject.getLast().endsWith("."));
            if (over) {
                break;
            }
            subject.add(line);
        }
        return String.join(" ", subject);
    }

    private static void signer(List<String> lines, Map<String, String> found) {
        for (int i = 0; i < lines.size(); i++) {
            if (COMPETENCE.matcher(lines.get(i)).matches()) {
                put(found, Field.COMPETENCE, lines.get(i));
                nameAfter(lines.subList(i + 1, Math.min(lines.size(), i + 12)), found);
                return;
            }
        }
    }

    private static void nameAfter(List<String> lines, Map<String, String> found) {
        for (String line : lines) {
            if (NAME.matcher(line).matches()) {
                put(found, Field.SIGNER, line);
                return;
            }
            if (line.equals(line.toUpperCase(Locale.ROOT)) && line.matches(".*\\p{L}{2}.*")) {
                put(found, Field.POSITION, line);
            }
        }
    }

    private static void urgency(List<String> lines, Map<String, String> found) {
        Map<String, String> words = Map.of("KHẨN", "1", "THƯỢNG KHẨN", "2", "HỎA TỐC", "3", "HOẢ TỐC", "3");
        lines.stream()
                .limit(20)
                .filter(words::containsKey)
                .findFirst()
                .ifPresent(line -> put(found, Field.URGENCY, words.getOrDefault(line, "")));
    }

    private static List<String> places(List<String> lines) {
        List<String> places = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (inside) {
                if (COMPETENCE.matcher(line).matches() || places.size() == MOST_PLACES) {
                    break;
                }
                places.add(line);
            }
            inside |= PLACES.matcher(line).matches();
            if (inside && SearchText.fold(line).startsWith("luu")) {
                break;
            }
        }
        return places;
    }

    private static void put(Map<String, String> found, Field field, String text) {
        String line = text.strip();
        if (!line.isEmpty() && line.length() <= field.longest()) {
            var _ = found.putIfAbsent(field.id(), line);
        }
    }
}
