package vn.lienthong.crypto.token;

/** Which of the tokens that a library serves. */
public sealed interface TokenPlace {

    /**
     * The token that was initialised with this name; exactly one may have it.
     *
     * @param value at most 32 octets in UTF-8, as PKCS#11 keeps it
     */
    record Label(String value) implements TokenPlace {}

    /**
     * The token in the slot of this number.
     *
     * @param id as the library counts, not a position in a list
     */
    record Slot(long id) implements TokenPlace {}
}
