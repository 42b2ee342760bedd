package vn.lienthong.crypto.token;

import java.nio.file.Path;
import vn.lienthong.crypto.key.PasswordFile;

/**
 * Where a token is and how it is opened.
 *
 * @param library the PKCS#11 module of its maker; needs not be there yet
 * @param place which token of the module
 * @param pin the file with the user's PIN, read anew at each log-in and wiped after it
 * @param sessions how many operations run at once; more wait
 */
public record TokenSettings(Path library, TokenPlace place, PasswordFile pin, int sessions) {

    /** So many operations run at once unless something else is said. */
    public static final int DEFAULT_SESSIONS = 16;

    private static final int MAX_SESSIONS = 1_000;

    /** Makes the path absolute and refuses what a module cannot be named with. */
    public TokenSettings {
        library = library.toAbsolutePath().normalize();
        if (library.toString().matches("(?s).*[\"\\r\\n].*")) {
            throw new IllegalArgumentException("the path of the library must not hold quotation marks or line ends");
        }
        if (sessions < 1 || sessions > MAX_SESSIONS) {
            throw new IllegalArgumentException("1 to " + MAX_SESSIONS + " sessions");
        }
    }

    /** With {@value #DEFAULT_SESSIONS} operations at once. */
    public TokenSettings(Path library, TokenPlace place, PasswordFile pin) {
        this(library, place, pin, DEFAULT_SESSIONS);
    }
}
