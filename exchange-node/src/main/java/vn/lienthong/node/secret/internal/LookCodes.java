package vn.lienthong.node.secret.internal;

import java.security.SecureRandom;

/** Short codes of looks, which are burnt into what is shown: unmistakable letters and digits only. */
final class LookCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private LookCodes() {}

    static String next(SecureRandom random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
