package vn.lienthong.node.identity.internal;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (the OWASP minimum), at most a few at a time so that a flood of sign-ins
 * cannot eat the memory. Text is brought to NFC first: Vietnamese keyboards disagree on composed letters.
 */
@Component
public class PasswordHashing {
    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_OCTETS, HASH_OCTETS, LANES, KIBIBYTES, PASSES);
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final String nobody;

    /** Prepares the hash that unknown names are compared with. */
    public PasswordHashing() {
        this.nobody = hash("a password that nobody has");
    }

    /**
     * Hashes a password.
     *
     * @param password in clear
     * @return the encoded hash with its salt and parameters
     */
    public final String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(normal(password))));
    }

    /**
     * Compares in constant time.
     *
     * @param password in clear
     * @param hash the encoded hash
     * @return true when it is the password of the hash
     */
    public boolean matches(String password, String hash) {
        return limited(() -> encoder.matches(normal(password), hash));
    }

    /**
     * Takes as long as a comparison, so that an unknown name answers no faster than a known one.
     *
     * @param password what was typed
     * @return always false
     */
    public boolean matchesNobody(String password) {
        return matches(password, nobody) && password.isEmpty();
    }

    private <T> T limited(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
