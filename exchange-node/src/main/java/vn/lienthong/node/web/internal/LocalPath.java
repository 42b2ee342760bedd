package vn.lienthong.node.web.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this site, never another site. */
final class LocalPath {
    // One slash first, then neither slash nor backslash: browsers read both "//host" and "/\host" as another site.
    private static final Pattern SAFE =
            Pattern.compile("/([A-Za-z0-9._~-][A-Za-z0-9._~/-]{0,200})?(\\?[A-Za-z0-9._~=&-]{0,200})?");
    private static final String HOME = "/";

    private LocalPath() {}

    static String orHome(@Nullable String wished) {
        return Optional.ofNullable(wished)
                .filter(path -> SAFE.matcher(path).matches())
                .filter(path -> !path.startsWith("/sign-"))
                .orElse(HOME);
    }

    /** Where a link that changes the language leads: the same page, or the sign-in page after a failed attempt. */
    static String languageSwitch(String path) {
        return path.startsWith("/sign-") ? "/sign-in" : orHome(path);
    }
}
