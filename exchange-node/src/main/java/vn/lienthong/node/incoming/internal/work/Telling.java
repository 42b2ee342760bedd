package vn.lienthong.node.incoming.internal.work;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;

/**
 * Tells senders where their documents stand, in the caller's transaction. That a document was accepted or refused goes out with
 * the evidence of it; papers have nobody to tell.
 */
@Component
@InNodeRole
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Set<IncomingState> NUMBERED = Set.of(IncomingState.REGISTERED);

    private final Statements statements;

    Telling(Statements statements) {
        this.statements = statements;
    }

    /** 03, Đã tiếp nhận, with the arrival number. */
    void registered(IncomingDocument document) {
        var place = document.registration();
        if (place != null && NUMBERED.contains(document.state())) {
            say(document, Known.RECEIVED, place.number(), document.times().dueOn());
        }
    }

    /** 04, Phân công. */
    void assigned(IncomingDocument document) {
        say(document, Known.ASSIGNED, "", document.times().dueOn());
    }

    /** 05, Đang xử lý. */
    void started(IncomingDocument document) {
        say(document, Known.IN_PROGRESS, "", null);
    }

    /** 06, Hoàn thành. */
    void completed(IncomingDocument document) {
        say(document, Known.COMPLETED, "", null);
    }

    private void say(IncomingDocument document, Known status, String number, @Nullable LocalDate due) {
        ParcelId parcel = document.origin().parcelId();
        if (parcel == null
                || !(AgencyCode.check(document.facts().senderCode())
                        instanceof AgencyCodeCheck.Valid(AgencyCode sender))) {
            return;
        }
        StatementOrder order = StatementOrder.status(parcel, document.agency(), sender, status);
        StatementOrder whole = number.isEmpty() && due == null ? order : order.registered(number, due);
        if (statements.send(whole) instanceof SendAnswer.NotSent(SendAnswer.Reason reason)) {
            LOG.warn("the sender of record {} does not learn of {}: {}", document.id(), status, reason);
        }
    }
}
