package vn.lienthong.node.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are told about. Names are stored and sent to webhooks: they keep their meaning. */
public enum NotificationKind {
    /** An urgent document arrived. */
    URGENT_ARRIVED(true),
    /** A document arrived. */
    DOCUMENT_ARRIVED(false),
    /** A recipient refused a document. */
    DOCUMENT_REFUSED(true),
    /** A sent document has arrived at the systems of all its recipients. */
    DOCUMENT_DELIVERED(false),
    /** A document could not be brought to a recipient. */
    DELIVERY_FAILED(true),
    /** A sender asks for a document back. */
    RECALL_ASKED(true),
    /** A recipient agreed or did not agree to give a document back. */
    RECALL_ANSWERED(false),
    /** A sender announced an update, a replacement or a correction. */
    CHANGE_ANNOUNCED(false),
    /** A sender reminds of a document. */
    REMINDED(true),
    /** A document waits for a decision or a signature. */
    DECISION_WANTED(false),
    /** A document was given to somebody to deal with. */
    TASK_ASSIGNED(false),
    /** Something was sent back to be mended. */
    SENT_BACK(false),
    /** A deadline comes near. */
    DUE_SOON(true),
    /** A deadline is past. */
    OVERDUE(true),
    /** A job in the background is over. */
    JOB_DONE(false),
    /** Something waits in the secret area; nothing more is said. */
    SECRET_WORK(true),
    /** A channel of the person does not work any more. */
    CHANNEL_STOPPED(false),
    /** A certificate ends soon and was not renewed by itself. */
    KEY_EXPIRING(true),
    /** The emergency entry got new credentials, was used or was reviewed. */
    EMERGENCY_ENTRY(true),
    /** The password or a second factor of the own account was changed, or an identity provider was linked. */
    SIGN_IN_CHANGED(true),
    /** An account that nobody uses will be suspended. */
    ACCOUNT_UNUSED(true),
    /** An access review waits for decisions and its day comes near or is over. */
    REVIEW_DUE(true);

    private final boolean pressing;

    NotificationKind(boolean pressing) {
        this.pressing = pressing;
    }

    /**
     * Whether it also goes outside unless the person chose otherwise.
     *
     * @return true for what should not wait until somebody looks at the page
     */
    public boolean pressing() {
        return pressing;
    }

    /**
     * Its name in keys of texts, addresses and webhooks.
     *
     * @return for example {@code urgent-arrived}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind with that name.
     *
     * @param slug as {@link #slug} returns it
     * @return empty when there is none
     */
    public static Optional<NotificationKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
