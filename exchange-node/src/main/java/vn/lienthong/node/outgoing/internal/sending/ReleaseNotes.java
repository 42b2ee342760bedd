package vn.lienthong.node.outgoing.internal.sending;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** Writes down what became of issued documents. */
@InNodeRole
@Component
class ReleaseNotes {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseNotes.class);

    /** The delivery has the document; the desk does not know yet: after a crash here it must not leave again. */
    private static final String HANDED_OVER = "outgoing.handed-over";

    private final OutgoingRows rows;
    private final History history;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final CrashPoints crashPoints;

    ReleaseNotes(OutgoingRows rows, History history, AuditTrail trail, InstantSource clock, CrashPoints crashPoints) {
        this.rows = rows;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /** It has left in this parcel. */
    @Transactional
    void sent(Outgoing document, ParcelId parcel) {
        crashPoints.reach(HANDED_OVER);
        Outgoing.Release release = new Outgoing.Release(document.release().at(), parcel, clock.instant(), null);
        if (note(document, OutgoingState.SENT, release, Deed.SENT, parcel.toString())) {
            LOG.info("outgoing document {} left in parcel {}", document.id(), parcel);
        }
    }

    /** It cannot leave as it is. */
    @Transactional
    void failed(Outgoing document, ErrorCode code) {
        Outgoing.Release release = new Outgoing.Release(document.release().at(), null, null, code.code());
        if (note(document, OutgoingState.FAILED, release, Deed.FAILED, code.code())) {
            trail.record(
                    SecurityEvent.failed(EventKind.DOCUMENT_SEND, code.code()).on(Drafts.object(document.id())));
        }
    }

    private boolean note(Outgoing document, OutgoingState state, Outgoing.Release release, Deed deed, String detail) {
        String login = document.changes().changedBy();
        Outgoing changed = new Outgoing(
                document.id(),
                document.agency(),
                state,
                document.version(),
                document.typed(),
                document.number(),
                document.notation(),
                document.issuedOn(),
                document.recipients(),
                document.changes(),
                release);
        boolean written = rows.update(changed, login, clock.instant());
        if (written) {
            history.note(document.id(), login, deed, detail);
        }
        return written;
    }
}
