package vn.lienthong.node.statement.internal.act;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.SenderAnswer.Result;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.statement.internal.StatementTransactions;

/** Runs an act in one transaction with its security event. */
@Component
@InNodeRole
class ActRecord {

    /** All statements of an act are written and not committed: after a crash here none may be there. */
    private static final String WRITTEN = "act.written";

    /** An act is committed and nobody has been answered: after a crash here each recipient must get it once. */
    private static final String COMMITTED = "act.committed";

    private final StatementTransactions transactions;
    private final AuditTrail trail;
    private final ObjectProvider<StatementListener> listeners;
    private final CrashPoints crashPoints;

    ActRecord(
            StatementTransactions transactions,
            AuditTrail trail,
            ObjectProvider<StatementListener> listeners,
            CrashPoints crashPoints) {
        this.transactions = transactions;
        this.trail = trail;
        this.listeners = listeners;
        this.crashPoints = crashPoints;
    }

    /** An act of a sender: what it comes to for each recipient. */
    SenderAnswer inOne(EventKind event, ParcelId parcel, StatementKind kind, Supplier<Map<AgencyCode, Result>> act) {
        SenderAnswer.Done answer = transactions.call(() -> {
            SenderAnswer.Done done = new SenderAnswer.Done(act.get());
            trail.record(SecurityEvent.of(event)
                    .on(EventObject.document(parcel))
                    .with("kind", kind.word())
                    .with("sent", done.count(Result.SENT))
                    .with("stopped", done.count(Result.STOPPED))
                    .with("recipients", done.results().size()));
            crashPoints.reach(WRITTEN);
            return done;
        });
        crashPoints.reach(COMMITTED);
        return answer;
    }

    /** Tells in the same transaction that these recipients will not get a parcel. */
    void stopped(ParcelId parcel, Set<AgencyCode> recipients) {
        listeners.orderedStream().forEach(listener -> listener.stopped(parcel, recipients));
    }

    /** An answer of a recipient. */
    <T> T inOne(Supplier<T> act) {
        return transactions.call(act);
    }

    /** Notes an answer of a recipient in the same transaction. */
    void answered(ParcelId parcel, AgencyCode recipient, String status) {
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_RECALL_ANSWER)
                .on(EventObject.document(parcel))
                .with("agency", recipient.value())
                .with("status", status));
    }
}
