package vn.lienthong.node.delivery.internal.submission;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.SecretDispatch;
import vn.lienthong.node.delivery.SecretRecall;
import vn.lienthong.node.delivery.Withdrawals;
import vn.lienthong.node.platform.InNodeRole;

/** Takes secrets back: those that have not left never leave, the nodes of the others are asked. */
@InNodeRole
@Component
class SecretRecalls {

    private final Withdrawals withdrawals;
    private final ObjectProvider<RecallPost> post;

    SecretRecalls(Withdrawals withdrawals, ObjectProvider<RecallPost> post) {
        this.withdrawals = withdrawals;
        this.post = post;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    SecretRecall recall(SecretDispatch dispatch, Set<AgencyCode> recipients) {
        Set<AgencyCode> stopped = withdrawals.beforeLeaving(dispatch.parcelId(), recipients);
        Set<AgencyCode> asked = new TreeSet<>();
        Set<AgencyCode> underWay = new TreeSet<>();
        Set<AgencyCode> tooLate = new HashSet<>(recipients);
        tooLate.removeAll(stopped);
        for (Dispatch.Leg leg : dispatch.deliveries()) {
            AgencyCode recipient = leg.recipient();
            if (!recipients.contains(recipient) || stopped.contains(recipient)) {
                continue;
            }
            if (leg.stage() == DeliveryStage.CONSIGNED) {
                post.getObject().ask(dispatch, leg);
                asked.add(recipient);
            } else if (!leg.stage().isFinal()) {
                underWay.add(recipient);
            }
        }
        tooLate.removeAll(asked);
        tooLate.removeAll(underWay);
        return new SecretRecall(stopped, asked, underWay, tooLate);
    }
}
