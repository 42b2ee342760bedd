package vn.lienthong.node.identity;

/**
 * The order in which security filter chains are asked. A request belongs to the first whose matcher takes it; the pages come
 * last, take everything that is left and deny what is not theirs, so a forgotten chain closes a path instead of opening it.
 */
public final class SecurityChainOrder {
    /** {@code /exchange/**}: other nodes, by client certificate. */
    public static final int EXCHANGE = 100;
    /** {@code /api/**}: document-management systems, by API key. */
    public static final int API = 200;
    /** Tokens for programs, and what describes the interface: open to everybody, without a session. */
    public static final int TOKENS = 250;
    /** {@code /soap/**}: document-management systems, by certificate or WS-Security. */
    public static final int SOAP = 300;
    /** Everything else: people, by session. */
    public static final int PAGES = 1000;

    private SecurityChainOrder() {}
}
