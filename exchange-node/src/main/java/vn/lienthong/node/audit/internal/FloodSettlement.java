package vn.lienthong.node.audit.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Records once a minute how many refusals of the last one were not recorded by themselves. */
@Component
class FloodSettlement implements Round {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DatabaseAuditTrail trail;

    FloodSettlement(DatabaseAuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public Duration every() {
        return MINUTE;
    }

    @Override
    public void run() {
        trail.settle();
    }
}
