package vn.lienthong.node.identity;

/** What an API key may do for its agency; a key carries one or more. */
public enum ApiScope {
    /** Send documents and follow what became of them. */
    SUBMIT,
    /** Lease, download and acknowledge documents that arrived. */
    RECEIVE,
    /** Read states and receipts only. */
    TRACK,
    /** Change entries of the central directory; useful on a directory node only. */
    DIRECTORY_ADMIN;

    /**
     * The name of the authority in the security context.
     *
     * @return the name with the prefix that scope checks expect
     */
    public String authority() {
        return "SCOPE_" + name();
    }
}
