package vn.lienthong.node.outgoing.internal.recipients;

import java.util.Locale;
import java.util.Optional;

/** Why a recipient gets a document. */
public enum Purpose {
    /** Để thực hiện. */
    ACTION,
    /** Để báo cáo. */
    REPORT,
    /** Để biết. */
    INFORMATION,
    /** Lưu: stays here, nothing is sent. */
    FILE;

    /** The end of the key of its name. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose of that name. */
    public static Optional<Purpose> of(String slug) {
        for (Purpose purpose : values()) {
            if (purpose.slug().equals(slug)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
