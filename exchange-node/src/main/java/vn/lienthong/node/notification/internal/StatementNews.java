package vn.lienthong.node.notification.internal;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentOnDesk;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;

/**
 * Tells the clerks of an agency what others have stated to it, as far as they have to do something: refusals, recalls and their
 * answers, replacements, corrections, reminders. What is shown is
 * the number of the document and who stated it; it leads to the document.
 */
@InNodeRole
@Component
class StatementNews implements StatementListener {
    private static final String DESK = "/";

    /** So that the number and the longest code of an agency fit into what is shown. */
    private static final int LONGEST_NAME = 80;

    private final Notifications notifications;
    private final ObjectProvider<DocumentOnDesk> desks;

    StatementNews(Notifications notifications, ObjectProvider<DocumentOnDesk> desks) {
        this.notifications = notifications;
        this.desks = desks;
    }

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        kind(statement).ifPresent(kind -> tell(kind, statement.subject()));
    }

    private void tell(NotificationKind kind, StatementSubject subject) {
        Optional<DocumentOnDesk.Place> place = desks.orderedStream()
                .flatMap(desk -> desk.find(subject.parcelId(), subject.to()).stream())
                .findFirst();
        String name = place.map(DocumentOnDesk.Place::name)
                .filter(code -> !code.isEmpty())
                .map(code -> (code.length() > LONGEST_NAME ? code.substring(0, LONGEST_NAME) : code) + " · ")
                .orElse("");
        notifications.tell(Announcement.of(
                kind,
                Urgency.ORDINARY,
                name + subject.from().value(),
                place.map(DocumentOnDesk.Place::href).orElse(DESK),
                Audience.clerks(subject.to())));
    }

    private static Optional<NotificationKind> kind(Statement statement) {
        return switch (statement.kind()) {
            case STATUS ->
                statement.status() == BusinessStatus.Known.REFUSED
                        ? Optional.of(NotificationKind.DOCUMENT_REFUSED)
                        : Optional.empty();
            case RECALL_REQUEST -> Optional.of(NotificationKind.RECALL_ASKED);
            case ANSWER -> Optional.of(NotificationKind.RECALL_ANSWERED);
            case UPDATE, REPLACEMENT, CORRECTION -> Optional.of(NotificationKind.CHANGE_ANNOUNCED);
            case REMINDER -> Optional.of(NotificationKind.REMINDED);
            case WITHDRAWN -> Optional.empty();
        };
    }
}
