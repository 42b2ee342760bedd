package vn.lienthong.node.soap.internal.wire;

import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Words for messages that are not as they should be. None repeats what came. */
public final class Unfit {

    private Unfit() {}

    /** The message cannot be read. */
    public static ProblemException malformed(String where, String message) {
        ErrorCode code = ErrorCode.REQUEST_MALFORMED;
        return new ProblemException(code, List.of(new FieldProblem(where, code.code(), message)));
    }

    /** A bound of the message is passed. */
    public static ProblemException tooLarge(String where, String message) {
        ErrorCode code = ErrorCode.TOO_LARGE;
        return new ProblemException(code, List.of(new FieldProblem(where, code.code(), message)));
    }

    /** An element breaks its rule. */
    public static ProblemException invalid(String where, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(where, message)));
    }
}
