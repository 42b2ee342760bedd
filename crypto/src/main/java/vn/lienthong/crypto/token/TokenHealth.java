package vn.lienthong.crypto.token;

/** Whether a token can be used at this moment. */
public sealed interface TokenHealth {

    /**
     * It is open.
     *
     * @param label its name
     * @param serial its serial number, as its maker gave it
     * @param slot the number of its slot
     * @param keys how many keys it holds
     */
    record Ready(String label, String serial, long slot, int keys) implements TokenHealth {}

    /**
     * It cannot be used.
     *
     * @param fault what is wrong
     * @param detail for a person; holds no secret
     */
    record Away(TokenFault fault, String detail) implements TokenHealth {}
}
