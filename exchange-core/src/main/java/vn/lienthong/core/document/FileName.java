package vn.lienthong.core.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file name that is safe in a package, on a disk and in a header: one path part, NFC, no control or direction-changing
 * characters, no name with a meaning of its own on any system.
 *
 * @param value 1 to 200 characters and at most 240 octets of UTF-8
 */
public record FileName(String value) {

    /** The most characters (UTF-16 units). */
    public static final int MAX_LENGTH = 200;

    /** The most octets in UTF-8; file systems stop at 255 and the package adds a prefix. */
    public static final int MAX_OCTETS = 240;

    private static final String REPLACED = "/\\:*?\"<>|";
    private static final String FALLBACK = "tep";
    private static final int LONGEST_EXTENSION = 12;
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<Integer> UNSAFE_TYPES = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    /** Refuses every name that {@link #sanitise} would change. */
    public FileName {
        if (!value.equals(clean(value))) {
            throw new IllegalArgumentException("not a safe file name");
        }
    }

    /** Takes a name from outside when it is already safe; anything else is nothing. */
    public static Optional<FileName> of(String name) {
        return name.length() <= MAX_LENGTH && name.equals(clean(name))
                ? Optional.of(new FileName(name))
                : Optional.empty();
    }

    /** Makes a safe name of any text: the last path part, cleaned, shortened with its extension kept. */
    public static FileName sanitise(String original) {
        return new FileName(clean(original));
    }

    /** Returns the extension in lower case without its dot; empty when there is none. */
    public String extension() {
        int dot = value.lastIndexOf('.');
        return dot <= 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "FileName[" + value.length() + "]";
    }

    private static String clean(String original) {
        int slash = Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\'));
        String lastPart = original.substring(slash + 1);
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(lastPart, Normalizer.Form.NFC).codePoints().forEach(point -> append(kept, point));
        // Again, because a removed character may have kept two others from composing.
        String composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
        String trimmed = trim(SPACES.matcher(composed).replaceAll(" "));
        boolean reserved = RESERVED.matcher(trimmed.toLowerCase(Locale.ROOT)).matches();
        String named = trim(shorten(reserved ? "_" + trimmed : trimmed));
        return named.isEmpty() ? FALLBACK : named;
    }

    private static void append(StringBuilder kept, int point) {
        if (REPLACED.indexOf(point) >= 0) {
            kept.append('_');
        } else if (Character.isSpaceChar(point)) {
            kept.append(' ');
        } else if (!UNSAFE_TYPES.contains(Character.getType(point))) {
            kept.appendCodePoint(point);
        }
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char character) {
        return character == ' ' || character == '.';
    }

    private static String shorten(String text) {
        int dot = text.lastIndexOf('.');
        boolean hasExtension = dot > 0 && text.length() - dot <= LONGEST_EXTENSION;
        String extension = hasExtension ? text.substring(dot) : "";
        String stem = hasExtension ? text.substring(0, dot) : text;
        stem = stem.substring(0, Math.min(stem.length(), MAX_LENGTH));
        while (stem.length() + extension.length() > MAX_LENGTH || octets(stem) + octets(extension) > MAX_OCTETS) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (!stem.isEmpty() && Character.isHighSurrogate(stem.charAt(stem.length() - 1))) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem + extension;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
