package vn.lienthong.node.outgoing.internal.sending;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** The places around an order to send at which a test may have the process killed. */
@InNodeRole
@Component
class OrderCrashPoints {

    /** Number, line of the register and order are written and not committed. */
    private static final String WRITTEN = "outgoing.order-written";

    /** They are committed; nobody has been answered and nothing has left. */
    private static final String COMMITTED = "outgoing.order-committed";

    private final CrashPoints crashPoints;

    OrderCrashPoints(CrashPoints crashPoints) {
        this.crashPoints = crashPoints;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void written(Issuing.Ordered order) {
        crashPoints.reach(WRITTEN);
    }

    @TransactionalEventListener
    void committed(Issuing.Ordered order) {
        crashPoints.reach(COMMITTED);
    }
}
