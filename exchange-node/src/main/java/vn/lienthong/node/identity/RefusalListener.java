package vn.lienthong.node.identity;

/** Hears every refusal by permission; the durable security log implements it as a bean. Must not block and must not throw. */
public interface RefusalListener {
    /**
     * Somebody was refused.
     *
     * @param refusal who, what and why
     */
    void refused(Refusal refusal);
}
