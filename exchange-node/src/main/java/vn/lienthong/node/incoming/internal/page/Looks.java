package vn.lienthong.node.incoming.internal.page;

import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Records every look at a document before anything is shown.
 *
 * <p>Guarantees: what cannot be recorded is not shown: each method then throws
 * {@link vn.lienthong.node.audit.RecordingFailedException}.
 */
@Component
@InNodeRole
class Looks {

    private final AuditTrail trail;

    Looks(AuditTrail trail) {
        this.trail = trail;
    }

    /** Somebody looks at what a document says about itself. */
    void viewed(IncomingDocument document) {
        trail.recordNow(event(EventKind.DOCUMENT_VIEW, document));
    }

    /** Somebody looks at a page of a file. */
    void page(IncomingDocument document, int file, int page) {
        trail.recordNow(
                event(EventKind.DOCUMENT_VIEW, document).with("file", file).with("page", page));
    }

    /** Somebody takes a file. */
    void file(IncomingDocument document, int file) {
        trail.recordNow(event(EventKind.DOCUMENT_FILE, document).with("file", file));
    }

    /** Somebody takes all of it. */
    void all(IncomingDocument document) {
        trail.recordNow(event(EventKind.DOCUMENT_PACKAGE, document));
    }

    private static SecurityEvent event(EventKind kind, IncomingDocument document) {
        var parcel = document.origin().parcelId();
        EventObject object =
                parcel == null ? EventObject.document("incoming-" + document.id()) : EventObject.document(parcel);
        return SecurityEvent.of(kind)
                .on(object.ofSecrecy(
                        switch (document.facts().secrecy()) {
                            case ORDINARY -> 0;
                            case CONFIDENTIAL -> 1;
                            case SECRET -> 2;
                            case TOP_SECRET -> 3;
                        }))
                .with("agency", document.agency().value());
    }
}
