package vn.lienthong.node.directory.internal.watch;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.directory.DirectoryAgeing;
import vn.lienthong.node.directory.DirectoryAlarm;

/** Makes security events of the alarms of the directory, in the transaction that keeps them, and of a copy that gets old. */
@Component
class AlarmRecording {

    private final AuditTrail trail;

    AlarmRecording(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void raised(DirectoryAlarm alarm) {
        EventKind kind = switch (alarm.kind()) {
            case SPLIT_VIEW, ROLLBACK -> EventKind.DIRECTORY_FORK;
            case AGENCY_KEYS, UNCONFIRMED_KEYS, ROUTE, SUITES, AGENCY, CODE_CLOSED, NODE, NODE_LOGS, REVOCATION ->
                EventKind.DIRECTORY_ALARM;
            case UNWITNESSED -> EventKind.DIRECTORY_UNWITNESSED;
        };
        trail.record(SecurityEvent.failed(kind, alarm.code().code())
                .on(EventObject.of(EventObject.Kind.CASE, alarm.id()))
                .with("about", alarm.kind())
                .with("subject", alarm.subject())
                .with("sequence", alarm.sequence())
                .with("halts", alarm.halts()));
    }

    @EventListener
    void aged(DirectoryAgeing news) {
        CopyAge age = news.age();
        if (age.stage() == CopyAge.Stage.LAST_DAY || age.stage() == CopyAge.Stage.OVER) {
            trail.recordRefusal(
                    SecurityEvent.failed(EventKind.DIRECTORY_STALE, age.stage().name())
                            .with("asOf", String.valueOf(age.asOf())));
        }
    }
}
