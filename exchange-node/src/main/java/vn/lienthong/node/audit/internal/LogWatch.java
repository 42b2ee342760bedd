package vn.lienthong.node.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.log.LogEpochBegun;
import vn.lienthong.node.log.LogFaultsFound;
import vn.lienthong.node.log.LogStoodStill;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.MisbehaviourFound;
import vn.lienthong.node.log.Standstill;

/** Records what happens to the logs themselves. Entries are taken also while a log stands still, so these are never lost. */
@Component
class LogWatch {

    private final AuditTrail trail;

    LogWatch(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void stoodStill(LogStoodStill news) {
        EventObject log = EventObject.of(EventObject.Kind.LOG, news.log().word());
        Standstill why = news.standstill();
        SecurityEvent event = why == null
                ? SecurityEvent.of(EventKind.LOG_RESUME)
                : SecurityEvent.failed(EventKind.LOG_STANDSTILL, why.code().code())
                        .with("detail", why.detail());
        trail.recordRefusal(event.on(log));
    }

    @EventListener
    void epochBegun(LogEpochBegun news) {
        trail.recordRefusal(SecurityEvent.of(EventKind.LOG_EPOCH)
                .on(EventObject.of(EventObject.Kind.LOG, news.log().word()))
                .with("epoch", news.epoch())
                .with("closedOrigin", news.closedOrigin())
                .with("closedSize", news.closedSize()));
    }

    /** Rings at once, whoever asked for the verification. */
    @EventListener
    void faultsFound(LogFaultsFound news) {
        LogVerdict.Fault first = news.first();
        trail.recordRefusal(SecurityEvent.failed(
                        EventKind.LOG_TAMPER, first.kind().name())
                .on(EventObject.of(EventObject.Kind.LOG, news.log().word()))
                .with("faults", news.count())
                .with("index", first.index() == null ? "" : first.index().toString())
                .with("place", first.place())
                .with("detail", first.detail()));
    }

    @EventListener
    void misbehaved(MisbehaviourFound news) {
        trail.recordRefusal(SecurityEvent.failed(EventKind.WITNESS_MISBEHAVIOUR, "SPLIT_VIEW")
                .on(EventObject.of(EventObject.Kind.LOG, news.origin()))
                .with("size", news.size()));
    }
}
