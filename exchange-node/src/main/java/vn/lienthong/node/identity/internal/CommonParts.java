package vn.lienthong.node.identity.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells passwords that guessers try first: those put together from the words of a list, years, rows of keys and repetitions, however
 * they are capitalised, accented or written with digits for letters. The list was written for this program; it holds parts of
 * passwords, not passwords, because nearly all of the commonest passwords are shorter than what is accepted here.
 */
final class CommonParts {
    /** So many characters must remain that are neither from the list nor in a row. */
    private static final int REMAINING = 6;

    private static final int LONGEST_PART = 16;
    private static final int ROW = 3;
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "!@#$%^&*()",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "q1w2e3r4t5y6u7i8o9p0");
    private static final Set<String> WORDS = words();

    private CommonParts() {}

    private static Set<String> words() {
        try (InputStream list =
                        Objects.requireNonNull(CommonParts.class.getResourceAsStream("/identity/common-parts.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split(" +", -1)).stream())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean guessable(String password) {
        String plain = plain(password);
        return remaining(plain, asLetters(plain)) < REMAINING;
    }

    /** Without accents and capitals. */
    private static String plain(String password) {
        return Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }

    /** With letters for the signs that stand for them. */
    private static String asLetters(String plain) {
        return plain.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's');
    }

    /** The least number of characters that no part covers. */
    private static int remaining(String text, String letters) {
        int[] least = new int[text.length() + 1];
        for (int at = text.length() - 1; at >= 0; at--) {
            least[at] = least[at + 1] + (Character.isWhitespace(text.charAt(at)) ? 0 : 1);
            int longest = Math.min(text.length(), at + LONGEST_PART);
            for (int end = at + 2; end <= longest; end++) {
                if (known(text, at, end) || WORDS.contains(letters.substring(at, end))) {
                    least[at] = Math.min(least[at], least[end]);
                }
            }
        }
        return least[0];
    }

    private static boolean known(String text, int from, int end) {
        String part = text.substring(from, end);
        if (WORDS.contains(part) || part.matches("(19|20)\\d\\d")) {
            return true;
        }
        return part.length() >= ROW && (inRow(part) || text.indexOf(part) < from);
    }

    private static boolean inRow(String part) {
        String backwards = new StringBuilder(part).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(part) || row.contains(backwards))
                || part.chars().distinct().count() == 1;
    }
}
