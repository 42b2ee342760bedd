package vn.lienthong.node.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One session of one person from the sign-in to its end. It is not the cookie: it opens nothing, does not change when the cookie
 * does, and may be stored and shown to the person.
 *
 * @param value 22 characters of base64url
 */
public record SessionId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** Refuses anything that {@link #parse(String)} would not return. */
    public SessionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a session");
        }
    }

    /**
     * Reads what came with a form.
     *
     * @param text of any content
     * @return empty when no session can be called so
     */
    public static Optional<SessionId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
    }
}
