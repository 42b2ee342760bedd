package vn.lienthong.node.identity;

/** Why a password is not accepted. */
public enum PasswordFault {
    /** Fewer than 12 characters. */
    TOO_SHORT,
    /** More than 128 characters. */
    TOO_LONG,
    /** It contains the login name. */
    CONTAINS_LOGIN_NAME,
    /** Fewer than five different characters. */
    TOO_UNIFORM,
    /** Made of words, years and rows of keys that are tried first. */
    TOO_COMMON,
    /** Known from breaches. */
    BREACHED
}
