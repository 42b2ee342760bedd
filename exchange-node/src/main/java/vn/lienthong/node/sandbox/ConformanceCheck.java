package vn.lienthong.node.sandbox;

import java.util.Locale;

/** What a program of an agency must be able to do, and what it should. */
public enum ConformanceCheck {
    /** A document of its arrived. */
    SEND(true, "Gửi một văn bản đến nơi nhận mô phỏng", "Send a document to a simulated recipient"),
    /** It repeated a request with the same key and got the same dispatch. */
    REPEAT(
            true,
            "Gửi lại cùng yêu cầu với cùng Idempotency-Key và nhận lại đúng văn bản đó",
            "Repeat the same request with the same Idempotency-Key and get the same dispatch"),
    /** It was refused, and sent something right afterwards. */
    CORRECT(
            true,
            "Gửi một yêu cầu sai, bị từ chối (4xx), rồi gửi lại đúng",
            "Send something wrong, be refused (4xx), then send it right"),
    /** It looked where its document stands. */
    FOLLOW(true, "Theo dõi trạng thái văn bản đã gửi", "Follow a document that was sent"),
    /** It learned that a document was refused. */
    LEARN_REFUSAL(true, "Biết văn bản bị từ chối (02) và lý do", "Learn that a document was refused (02), and why"),
    /** It downloaded a document and acknowledged it with the right digest. */
    RECEIVE(
            true,
            "Nhận một văn bản: giữ quyền nhận, tải về, xác nhận đúng mã băm",
            "Receive a document: lease, download, acknowledge with the right digest"),
    /** It refused a document with a reason. */
    REFUSE(true, "Từ chối một văn bản, nêu lý do", "Refuse a document and say why"),
    /** It answered a request to give a document back. */
    ANSWER_RECALL(true, "Trả lời đề nghị lấy lại (15 hoặc 16)", "Answer a recall (15 or 16)"),
    /** It waits for news instead of asking all the time. */
    WAIT(
            true,
            "Chờ tin bằng yêu cầu giữ (wait) hoặc dòng sự kiện",
            "Wait for news with a held request (wait) or the feed of events"),
    /** It tells senders how far it is. */
    STATE(false, "Báo trạng thái xử lý (04, 05, 06)", "Tell the sender where a document stands (04, 05, 06)"),
    /** It fetched what proves a delivery. */
    PROVE(false, "Lấy chứng cứ hoặc biên nhận của văn bản đã gửi", "Fetch evidence or receipt of a document"),
    /** It saw that a document waits for a recipient that is away. */
    SEE_OFFLINE(
            false,
            "Thấy văn bản đang chờ hoặc quá hạn vì nơi nhận mất kết nối",
            "See that a document waits or has expired because its recipient is away");

    private final boolean required;
    private final String vietnamese;
    private final String english;

    ConformanceCheck(boolean required, String vietnamese, String english) {
        this.required = required;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Returns whether nothing passes without it. */
    public boolean isRequired() {
        return required;
    }

    /** What it asks for, in one of the two languages. */
    public String words(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
