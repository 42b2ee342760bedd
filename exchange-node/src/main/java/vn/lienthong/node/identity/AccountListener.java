package vn.lienthong.node.identity;

/**
 * Hears what people do with their accounts; the durable security log implements it as a bean. Called in the transaction of the
 * change where there is one: what it throws undoes the change.
 */
public interface AccountListener {
    /**
     * Something was done.
     *
     * @param event what, by whom
     */
    void happened(AccountEvent event);
}
