package vn.lienthong.crypto.internal.token;

import vn.lienthong.crypto.token.TokenFault;

/** Makes one fault and one line of what the layers below a token throw; their types are not public, their messages name the PKCS#11 error. */
final class TokenWords {

    private static final int MAX_CAUSES = 8;

    private TokenWords() {}

    /** The messages of an exception and its causes, shortened. */
    static String of(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            words.append(i == 0 ? "" : ", ").append(cause.getMessage());
            cause = cause.getCause();
        }
        return words.toString();
    }

    /** What a refused log-in means. */
    static TokenFault atLogIn(Throwable thrown) {
        String words = of(thrown);
        if (words.contains("CKR_PIN_LOCKED")) {
            return TokenFault.PIN_LOCKED;
        }
        if (words.contains("CKR_PIN_")) {
            return TokenFault.PIN_REFUSED;
        }
        if (words.contains("CKR_TOKEN_NOT_") || words.contains("CKR_SLOT_") || words.contains("CKR_DEVICE_REMOVED")) {
            return TokenFault.TOKEN_ABSENT;
        }
        return TokenFault.FAILED;
    }

    /** Whether the fault lies with the connection to the token, so that a new log-in may help. */
    static boolean isLost(Throwable thrown) {
        return of(thrown).contains("CKR_");
    }
}
