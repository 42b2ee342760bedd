package vn.lienthong.core.register;

/** Where documents with a secrecy mark get their numbers. */
public enum SecretRule {
    /** In series of their own (Decree 30/2020, Article 15.2). */
    OWN_SERIES,
    /** In the same series as the others of the type (Party). */
    SAME_SERIES
}
