package vn.lienthong.node.identity;

/** What came of the wish to open an account. */
public sealed interface AccountCreation {
    /**
     * The account exists now.
     *
     * @param person the person it belongs to
     */
    record Created(Person person) implements AccountCreation {}

    /** Somebody has this login name already; nothing was changed. */
    record LoginNameTaken() implements AccountCreation {}

    /**
     * The password was not accepted; nothing was changed.
     *
     * @param reason what is wrong with it
     */
    record PasswordRefused(PasswordFault reason) implements AccountCreation {}
}
