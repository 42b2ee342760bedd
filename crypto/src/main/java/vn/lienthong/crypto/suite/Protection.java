package vn.lienthong.crypto.suite;

/** The two regimes of protection: every suite says which of them it may serve. */
public enum Protection {
    /** Documents without a secrecy mark. */
    ORDINARY,
    /** Documents that carry a secrecy mark: only suites made for decades may seal them. */
    SECRET
}
