package vn.lienthong.node.training.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.training.simulation.Performer.Result;

/** Says in the name of simulated agencies where a document stands, answers recalls, and asks for one. */
@Component
@InTraining
class Stating {

    private static final StatementActor UNIT = new StatementActor("Văn phòng (cơ quan mô phỏng)", "");
    private static final StatementWords AGREED = StatementWords.of("Đồng ý trả lại văn bản; đã hủy bản nhận được.");
    private static final StatementWords DECLINED =
            StatementWords.of("Văn bản đã được giải quyết xong, đề nghị gửi văn bản thay thế.");
    private static final StatementWords CALLED_BACK =
            StatementWords.of("Thời gian ghi trong văn bản sai, đề nghị trả lại; văn bản đúng sẽ gửi sau.");

    private final Statements statements;
    private final RecipientActs answers;
    private final SenderActs senders;
    private final ParcelParties parties;
    private final Manners manners;
    private final TransactionTemplate transactions;

    Stating(
            Statements statements,
            RecipientActs answers,
            SenderActs senders,
            ParcelParties parties,
            Manners manners,
            TransactionTemplate transactions) {
        this.statements = statements;
        this.answers = answers;
        this.senders = senders;
        this.parties = parties;
        this.manners = manners;
        this.transactions = transactions;
    }

    /** Where a document that has arrived stands; nothing more once it was given back. */
    Result state(Act act, Known status, UnaryOperator<StatementOrder> more) {
        ParcelId parcel = act.parcel();
        if (parcel == null || isEnded(parcel, act)) {
            return new Result.Pointless();
        }
        Optional<AgencyCode> sender = sender(parcel, act);
        if (sender.isEmpty()) {
            return new Result.NotYet();
        }
        StatementOrder order = more.apply(StatementOrder.status(parcel, act.agency(), sender.get(), status)
                .by(UNIT));
        SendAnswer answer = transactions.execute(_ -> statements.send(order));
        return answer instanceof SendAnswer.NotSent ? new Result.NotYet() : Result.Done.alone();
    }

    Result state(Act act, Known status) {
        return state(act, status, UnaryOperator.identity());
    }

    private Optional<AgencyCode> sender(ParcelId parcel, Act act) {
        return parties.arrived(parcel, act.agency()).map(ParcelParties.Arrived::sender);
    }

    private boolean isEnded(ParcelId parcel, Act act) {
        return statements
                .standing(parcel, act.agency())
                .filter(Standing::isEnded)
                .isPresent();
    }

    /** Agrees to a recall, or declines it where that is the agency's way. */
    Result answer(Act act) {
        ParcelId parcel = act.parcel();
        Optional<StatementId> request = StatementId.parse(act.detail());
        if (parcel == null || request.isEmpty()) {
            return new Result.Pointless();
        }
        boolean yields = manners.yields(act.agency());
        RecipientAct said = new RecipientAct(
                parcel, Set.of(act.agency()), act.agency(), request.get(), yields ? AGREED : DECLINED, UNIT);
        RecipientAnswer answer = yields ? answers.agree(said) : answers.decline(said);
        return switch (answer) {
            case RecipientAnswer.Done _, RecipientAnswer.Answered _ -> Result.Done.alone();
            case RecipientAnswer.Absent _, RecipientAnswer.ReasonMissing _ -> new Result.Pointless();
            case RecipientAnswer.NotPossible _ -> new Result.NotYet();
        };
    }

    /** Asks all recipients for a document back. */
    Result callBack(Act act) {
        ParcelId parcel = act.parcel();
        if (parcel == null) {
            return new Result.Pointless();
        }
        Set<AgencyCode> recipients =
                parties.sent(parcel).stream().map(ParcelParties.Sent::recipient).collect(Collectors.toSet());
        SenderAnswer answer =
                senders.recall(new SenderAct(parcel, Set.of(act.agency()), recipients, CALLED_BACK, UNIT));
        return answer instanceof SenderAnswer.Done ? Result.Done.alone() : new Result.Pointless();
    }
}
