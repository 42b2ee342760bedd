package vn.lienthong.core.register;

import java.util.Collection;
import java.util.Optional;

/** The letters of inserted numbers (số phụ): a, b, c … z. */
public final class SuffixLetters {

    private SuffixLetters() {}

    /**
     * The letter for the next number inserted behind the same one.
     *
     * @param taken those that are used
     * @return empty when all 26 are
     */
    public static Optional<String> next(Collection<String> taken) {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String suffix = String.valueOf(letter);
            if (!taken.contains(suffix)) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
    }
}
