package vn.lienthong.node.sandbox.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InSandbox;

/** Changes of the sandbox together with their security events. */
@Component
@InSandbox
class SandboxRecords {

    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    SandboxRecords(AuditTrail trail, TransactionTemplate transactions) {
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Makes a change and records it, both or neither. */
    void change(String what, Object detail, Runnable change) {
        transactions.executeWithoutResult(_ -> {
            change.run();
            trail.record(SecurityEvent.of(EventKind.CONFIG_CHANGE)
                    .on(EventObject.of(EventObject.Kind.SETTING, "sandbox"))
                    .with("about", what)
                    .with("after", detail));
        });
    }
}
