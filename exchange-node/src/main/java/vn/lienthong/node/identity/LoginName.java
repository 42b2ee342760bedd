package vn.lienthong.node.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a person types to sign in: 2 to 64 characters, lower-case Latin letters, digits, dot, hyphen and underscore.
 *
 * @param value the name, already in lower case
 */
public record LoginName(String value) {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    /** Refuses anything that {@link #parse(String)} would not return. */
    public LoginName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a login name");
        }
    }

    /**
     * Reads what somebody typed. Blanks around it and capital letters are forgiven, anything else is not.
     *
     * @param typed the text of the form field, of any length
     * @return the name, or empty when no account can have it
     */
    public static Optional<LoginName> parse(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(name).matches() ? Optional.of(new LoginName(name)) : Optional.empty();
    }
}
