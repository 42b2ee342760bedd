package vn.lienthong.node.web.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Page tokens from outside: of the right form, or the first page. */
final class Tokens {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private Tokens() {}

    static @Nullable String orFirst(@Nullable String token) {
        return token != null && SHAPE.matcher(token).matches() ? token : null;
    }
}
