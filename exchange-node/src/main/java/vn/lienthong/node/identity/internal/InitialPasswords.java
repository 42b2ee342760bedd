package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.node.platform.Secret;

/** Passwords for accounts that somebody else opens: four groups of five characters, 99 bits. */
final class InitialPasswords {
    // 31 characters that cannot be mistaken for one another.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private InitialPasswords() {}

    static Secret draw(SecureRandom random) {
        return new Secret(
                IntStream.range(0, GROUPS).mapToObj(_ -> group(random)).collect(Collectors.joining("-")));
    }

    private static String group(SecureRandom random) {
        StringBuilder group = new StringBuilder(GROUP_LENGTH);
        for (int i = 0; i < GROUP_LENGTH; i++) {
            group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return group.toString();
    }
}
