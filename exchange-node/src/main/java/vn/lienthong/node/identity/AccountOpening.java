package vn.lienthong.node.identity;

import vn.lienthong.node.platform.Secret;

/** What came of an administrator's wish to open an account. */
public sealed interface AccountOpening {
    /**
     * The account exists now.
     *
     * @param login the name used to sign in
     * @param password the first password, to be shown once; its owner must replace it at the first sign-in
     */
    record Opened(LoginName login, Secret password) implements AccountOpening {}

    /** Somebody has this login name already; nothing was changed. */
    record NameTaken() implements AccountOpening {}
}
