package vn.lienthong.core.register;

/** What a book is kept for. The follow-up book (sổ theo dõi giải quyết) is a print of the incoming one, not a book of its own. */
public enum BookKind {
    /** Sổ đăng ký văn bản đi. */
    OUTGOING,
    /** Sổ đăng ký văn bản đến. */
    INCOMING
}
