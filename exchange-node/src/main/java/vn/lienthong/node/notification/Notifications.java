package vn.lienthong.node.notification;

/** Where modules say what people should know. */
public interface Notifications {
    /**
     * Tells those whom it concerns, in the transaction of what happened.
     *
     * @param announcement what happened
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void tell(Announcement announcement);
}
