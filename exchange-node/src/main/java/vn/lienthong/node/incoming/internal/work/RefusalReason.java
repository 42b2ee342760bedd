package vn.lienthong.node.incoming.internal.work;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.node.delivery.ClerkReason;

/** Why a clerk refuses a document, in the order of the list on the page. */
public enum RefusalReason {
    /** Gửi nhầm nơi nhận. */
    WRONG_ADDRESSEE(ClerkReason.WRONG_ADDRESSEE),
    /** Chữ ký không hợp lệ. */
    INVALID_SIGNATURE(ClerkReason.INVALID_SIGNATURE),
    /** Tệp hỏng, không mở được. */
    UNREADABLE(ClerkReason.UNREADABLE),
    /** Thiếu tệp, phụ lục. */
    INCOMPLETE(ClerkReason.INCOMPLETE),
    /** Sai thể thức. */
    WRONG_FORM(ClerkReason.WRONG_FORM),
    /** Trùng. */
    DUPLICATE(ClerkReason.DUPLICATE),
    /** Khác. */
    OTHER(ClerkReason.OTHER);

    private final ClerkReason told;

    RefusalReason(ClerkReason told) {
        this.told = told;
    }

    /** Finds the reason of that name. */
    public static Optional<RefusalReason> of(String name) {
        return Stream.of(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }

    ClerkReason told() {
        return told;
    }

    /** Returns the key of its words. */
    public String key() {
        return "incoming.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
