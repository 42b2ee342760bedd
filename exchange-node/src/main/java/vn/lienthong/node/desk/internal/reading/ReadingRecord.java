package vn.lienthong.node.desk.internal.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.RecordingFailedException;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.desk.door.ReadingDoor;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Records every reading of a document or its evidence before anything is shown.
 *
 * <p>Guarantees: what cannot be recorded is not shown; each method then throws {@link RecordingFailedException}.
 */
@InNodeRole
@Component
public class ReadingRecord implements ReadingDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRecord.class);

    private final AuditTrail trail;

    ReadingRecord(AuditTrail trail) {
        this.trail = trail;
    }

    /** Somebody looks at what a document says about itself. */
    @Override
    public void viewed(ParcelId parcel, Document document, AgencyCode agency) {
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .on(object(parcel, document))
                .with("agency", agency.value()));
    }

    /** Somebody takes one file of a document; its name is not recorded. */
    public void file(ParcelId parcel, Document document, int number) {
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_FILE)
                .on(object(parcel, document))
                .with("file", number));
    }

    /** Somebody takes one file of an opened package, which is closed when that cannot be recorded. */
    @Override
    public void file(PackageAccess.Opened opened, int number) {
        closedOnFailure(opened, () -> file(opened.parcelId(), opened.document(), number));
    }

    /** Somebody takes the signed package, or the part of it that a download goes on with. */
    public void wholePackage(ParcelId parcel, Document document, @Nullable String range) {
        SecurityEvent event = SecurityEvent.of(EventKind.DOCUMENT_PACKAGE).on(object(parcel, document));
        trail.recordNow(range == null ? event : event.with("range", range));
    }

    /** Somebody takes an opened package, which is closed when that cannot be recorded. */
    @Override
    public void wholePackage(PackageAccess.Opened opened, @Nullable String range) {
        closedOnFailure(opened, () -> wholePackage(opened.parcelId(), opened.document(), range));
    }

    /** Somebody looks at all evidence about a parcel. */
    @Override
    public void evidence(ParcelId parcel) {
        trail.recordNow(SecurityEvent.of(EventKind.EVIDENCE_VIEW).on(EventObject.document(parcel)));
    }

    /** Somebody looks at one piece of evidence about a parcel. */
    @Override
    public void evidence(ParcelId parcel, EvidenceId piece) {
        trail.recordNow(SecurityEvent.of(EventKind.EVIDENCE_VIEW)
                .on(EventObject.document(parcel))
                .with("evidence", piece.value()));
    }

    /** Somebody takes the evidence about a parcel along. */
    @Override
    public void evidenceTaken(ParcelId parcel) {
        trail.recordNow(SecurityEvent.of(EventKind.EVIDENCE_EXPORT).on(EventObject.document(parcel)));
    }

    /** Somebody asked for a document that is not there, or not theirs. */
    @Override
    public void absent(Object wanted) {
        trail.recordRefusal(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "NOT_AVAILABLE")
                .on(EventObject.of(EventObject.Kind.RESOURCE, wanted)));
    }

    private static EventObject object(ParcelId parcel, Document document) {
        return EventObject.document(parcel).ofSecrecy(level(document.metadata().secrecy()));
    }

    private static int level(Secrecy secrecy) {
        return switch (secrecy) {
            case ORDINARY -> 0;
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    private static void closedOnFailure(PackageAccess.Opened opened, Runnable recording) {
        try {
            recording.run();
        } catch (RecordingFailedException failed) {
            close(opened);
            throw failed;
        }
    }

    private static void close(PackageAccess.Opened opened) {
        try {
            opened.content().close();
        } catch (IOException e) {
            LOG.debug("an unread package could not be closed", e);
        }
    }
}
