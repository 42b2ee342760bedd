package vn.lienthong.node.register.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.RegisterEntry;

/** What happens to books, as security events: numbers and periods, never subjects or names. */
@InNodeRole
@Component
class RegisterEvents {

    private final AuditTrail trail;

    RegisterEvents(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the transaction of the change. */
    void number(EventKind kind, Book book, RegisterEntry entry) {
        trail.record(of(kind, book)
                .on(EventObject.of(EventObject.Kind.REGISTER, book.id())
                        .ofSecrecy(SecrecyColumn.level(entry.secrecy())))
                .with("entry", entry.id())
                .with("number", entry.number().display()));
    }

    /** In the transaction of the change. */
    void changed(EventKind kind, Book book, String what) {
        trail.record(of(kind, book).with("change", what));
    }

    /** How many types an agency hides now, in the transaction of the change. */
    void typesChanged(AgencyCode agency, int hidden) {
        trail.record(SecurityEvent.of(EventKind.REGISTER_CHANGE)
                .on(EventObject.of(EventObject.Kind.RESOURCE, "document-types"))
                .with("agency", agency.value())
                .with("change", "hidden types: " + hidden));
    }

    /** Before anything is handed out. */
    void handedOut(EventKind kind, Book book, String what) {
        trail.recordNow(of(kind, book).with("what", what));
    }

    /** A paper about one line, before it is handed out. */
    void printed(Book book, RegisterEntry entry, String what) {
        trail.recordNow(of(EventKind.REGISTER_PRINT, book)
                .with("what", what)
                .with("entry", entry.id())
                .with("number", entry.number().display()));
    }

    /** Somebody asked for a book that is not there, or not theirs. */
    void absent(Object wanted) {
        trail.recordRefusal(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "NOT_AVAILABLE")
                .on(EventObject.of(EventObject.Kind.REGISTER, wanted)));
    }

    /** Lines were looked at, before they are shown. */
    void viewed(Book book, String what) {
        trail.recordNow(of(EventKind.REGISTER_VIEW, book).with("what", what));
    }

    private static SecurityEvent of(EventKind kind, Book book) {
        return SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.REGISTER, book.id()))
                .with("agency", book.agency().value())
                .with(
                        "book",
                        book.kind() + " " + book.line() + " " + book.period().name());
    }
}
