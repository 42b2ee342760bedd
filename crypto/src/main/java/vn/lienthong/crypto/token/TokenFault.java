package vn.lienthong.crypto.token;

/** What is wrong with a token, as far as it matters to whoever mends it. */
public enum TokenFault {
    /** A key is said to be in a token, but no token is configured. */
    NOT_CONFIGURED(true),
    /** The library is not there or is no PKCS#11 module. */
    LIBRARY_MISSING(true),
    /** The library answers, the token is not there (pulled out, network down, not initialised). */
    TOKEN_ABSENT(true),
    /** Several tokens have the label: which one is meant cannot be known. */
    LABEL_AMBIGUOUS(true),
    /** The file with the PIN cannot be read, or others may read it. */
    PIN_UNREADABLE(true),
    /** The token refuses the PIN. It is not shown again until the file changes, so that the token does not lock itself. */
    PIN_REFUSED(true),
    /** The token has locked the PIN, or one more wrong PIN would; a person must look after it. */
    PIN_LOCKED(true),
    /** The token is there and open, but has no key of that label. */
    NO_SUCH_KEY(false),
    /** There is a key of that label already. */
    LABEL_TAKEN(false),
    /** What was to be unwrapped was changed, or belongs to another key or purpose. */
    NOT_GENUINE(false),
    /** The token refuses the operation, also after a new log-in. */
    FAILED(true);

    private final boolean temporary;

    TokenFault(boolean temporary) {
        this.temporary = temporary;
    }

    /** Whether the same request may succeed once somebody has seen to the token. */
    public boolean isTemporary() {
        return temporary;
    }
}
