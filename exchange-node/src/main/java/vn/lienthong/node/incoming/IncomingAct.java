package vn.lienthong.node.incoming;

import java.util.Locale;

/** What is done with a document that arrived. */
public enum IncomingAct {
    /** It came. */
    ARRIVE,
    /** Tiếp nhận. */
    ACCEPT,
    /** Từ chối tiếp nhận. */
    REFUSE,
    /** A program took it. */
    HAND_OVER,
    /** Vào sổ. */
    REGISTER,
    /** Trình. */
    SUBMIT,
    /** A leader gives it back to the clerk; not a refusal towards the sender. */
    RETURN,
    /** Phân công. */
    ASSIGN,
    /** The first of those who handle it begins. */
    START,
    /** Those who lead are done. */
    COMPLETE,
    /** Lưu hồ sơ. */
    FILE,
    /** It is taken out of its case folder again. */
    UNFILE,
    /** A scanned file is added to a paper. */
    ATTACH,
    /** A scanned file is taken off again. */
    DETACH,
    /** Something abnormal is reported to the security officer. */
    REPORT,
    /** Words without a change of state: progress, a longer deadline. */
    NOTE,
    /** Lấy lại. */
    RECALL;

    /** Returns the end of the key of its words. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
