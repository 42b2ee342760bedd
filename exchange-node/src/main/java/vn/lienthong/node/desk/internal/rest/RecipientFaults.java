package vn.lienthong.node.desk.internal.rest;

import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Says of each recipient that cannot be served which it is, why, and who takes its documents now. */
final class RecipientFaults {

    private RecipientFaults() {}

    /** The refusal of a whole request, with one entry per recipient that cannot be served. */
    static ProblemException problem(List<AgencyCode> asked, List<RecipientCheck> failures) {
        return Faults.problem(failures.stream()
                .map(failure -> new FieldProblem(
                        "/recipients/" + asked.indexOf(failure.recipient()),
                        code(failure).code(),
                        message(failure)))
                .toList());
    }

    static ErrorCode code(RecipientCheck failure) {
        return failure.error().orElse(ErrorCode.RECIPIENT_WITHOUT_KEY);
    }

    static String message(RecipientCheck failure) {
        String what = failure.recipient() + ": " + code(failure).vietnamese();
        return failure instanceof RecipientCheck.Closed closed
                        && !closed.successors().isEmpty()
                ? what + "; đơn vị kế thừa: " + successors(closed)
                : what;
    }

    private static String successors(RecipientCheck.Closed closed) {
        return closed.successors().stream().map(AgencyCode::value).collect(Collectors.joining(", "));
    }
}
