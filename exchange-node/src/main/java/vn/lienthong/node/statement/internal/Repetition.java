package vn.lienthong.node.statement.internal;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.statement.StatementHistory;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.SendAnswer.Reason;
import vn.lienthong.node.statement.StatementOrder;

/** Tells what was stated before and is not stated again, and what may not be stated any more. */
final class Repetition {

    private Repetition() {}

    /** What was stated before and is not to be stated again, or what forbids it. */
    static Optional<SendAnswer> of(StatementOrder order, List<KeptStatement> before) {
        StatementHistory history = new StatementHistory(
                before.stream().map(KeptStatement::statement).toList());
        return switch (order.kind()) {
            case STATUS -> status(order, before, history);
            case RECALL_REQUEST -> recall(before, history);
            case ANSWER -> answer(order, before, history);
            case UPDATE, REPLACEMENT, CORRECTION, WITHDRAWN -> same(order, before);
            case REMINDER -> Optional.empty();
        };
    }

    /** A status counts once, unless it brings a number or a date that were not known. */
    private static Optional<SendAnswer> status(
            StatementOrder order, List<KeptStatement> before, StatementHistory history) {
        Optional<KeptStatement> said = before.stream()
                .filter(kept -> kept.statement().kind() == StatementKind.STATUS)
                .filter(kept -> kept.statement().status() == order.status())
                .reduce((_, later) -> later);
        boolean brings =
                !order.detail().arrivalNumber().isEmpty() || order.detail().dueDate() != null;
        if (said.isPresent() && (!brings || order.says(said.get().statement()))) {
            return said.map(SendAnswer.Repeated::new);
        }
        Known progress = history.track().progress();
        return progress == Known.REFUSED || progress == Known.AGREED
                ? Optional.of(new SendAnswer.NotSent(Reason.ENDED))
                : Optional.empty();
    }

    private static Optional<SendAnswer> recall(List<KeptStatement> before, StatementHistory history) {
        if (history.track().progress() == Known.REFUSED) {
            return Optional.of(new SendAnswer.NotSent(Reason.ENDED));
        }
        return history.openRecall()
                .filter(_ -> history.track().recallRequested())
                .flatMap(open -> kept(before, open.id()))
                .map(SendAnswer.Repeated::new);
    }

    private static Optional<SendAnswer> answer(
            StatementOrder order, List<KeptStatement> before, StatementHistory history) {
        StatementId request = order.detail().answers();
        boolean asked = before.stream()
                .map(KeptStatement::statement)
                .anyMatch(statement ->
                        statement.kind().isSenders() && statement.id().equals(request));
        if (request == null || !asked) {
            return Optional.of(new SendAnswer.NotSent(Reason.NOTHING_TO_ANSWER));
        }
        return history.answerTo(request)
                .flatMap(given -> kept(before, given.id()))
                .map(given -> given.statement().status() == order.status()
                        ? new SendAnswer.Repeated(given)
                        : new SendAnswer.NotSent(Reason.NOTHING_TO_ANSWER));
    }

    private static Optional<SendAnswer> same(StatementOrder order, List<KeptStatement> before) {
        return before.stream()
                .filter(kept -> order.says(kept.statement()))
                .findFirst()
                .map(SendAnswer.Repeated::new);
    }

    static Optional<KeptStatement> kept(List<KeptStatement> before, StatementId id) {
        return before.stream().filter(kept -> kept.statement().id().equals(id)).findFirst();
    }
}
