package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names in one package: which are allowed, and that no two are the same file to any file system. */
final class EntryNames {

    private static final String RESERVED_FOLDER = "meta-inf";
    private static final String RESERVED_FILE = "mimetype";

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** Says what is wrong with a name, in words free of the name. */
    static Optional<String> faultOf(String name, int longest) {
        if (name.isEmpty() || name.getBytes(UTF_8).length > longest) {
            return Optional.of("length");
        }
        if (!name.codePoints().allMatch(EntryNames::isAllowed)) {
            return Optional.of("forbidden character");
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return Optional.of("not in Unicode normalisation form C");
        }
        String[] segments = name.split("/", -1);
        for (String segment : segments) {
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("absolute, climbing or empty path");
            }
        }
        String first = segments[0].toLowerCase(Locale.ROOT);
        boolean reserved =
                first.equals(RESERVED_FOLDER) || name.toLowerCase(Locale.ROOT).equals(RESERVED_FILE);
        return reserved ? Optional.of("reserved") : Optional.empty();
    }

    /** Adds a name; false when it, folded to one case, is already there or is a folder of another name. */
    boolean add(String name) {
        String folded =
                Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (folders.contains(folded) || !files.add(folded)) {
            return false;
        }
        for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
            String folder = folded.substring(0, slash);
            if (files.contains(folder)) {
                return false;
            }
            folders.add(folder);
        }
        return true;
    }

    // format characters include the ones that reverse the direction of text and so disguise a file's extension
    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != '\\' && character != ':' && character != 0xFFFD;
        };
    }
}
