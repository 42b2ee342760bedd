package vn.lienthong.node.identity;

/** What a permission gives power over. Some duties must never meet in one account, see {@link SeparationOfDuties}. */
public enum Duty {
    /** Văn bản: reading, writing, sending and registering documents. */
    DOCUMENTS,
    /** Nhật ký: watching over everybody else. */
    LOG,
    /** Quản trị: accounts, programs and keys. */
    ACCOUNTS,
    /** Đề nghị độ mật: proposing who is cleared. */
    CLEARANCES,
    /** Xác nhận độ mật: confirming who is cleared. */
    CONFIRMATION,
    /** Thiết lập: settings that touch nobody's rights. */
    SETTINGS
}
