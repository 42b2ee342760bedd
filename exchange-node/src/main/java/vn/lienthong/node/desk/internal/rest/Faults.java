package vn.lienthong.node.desk.internal.rest;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Collects what is wrong with a request, so that its sender learns of all of it at once. */
final class Faults {

    /** More are not worth an answer's length. */
    private static final int MOST = 50;

    private final List<FieldProblem> found = new ArrayList<>();
    private int count;

    void add(String pointer, String message) {
        add(pointer, ErrorCode.FIELD_INVALID, message);
    }

    void add(String pointer, ErrorCode code, String message) {
        count++;
        if (found.size() < MOST) {
            found.add(new FieldProblem(pointer, code.code(), message));
        }
    }

    /** Whether something at the place, or inside it, is known to be wrong. */
    boolean touch(String pointer) {
        return count > MOST
                || found.stream()
                        .map(FieldProblem::pointer)
                        .anyMatch(fault -> fault.equals(pointer) || fault.startsWith(pointer + "/"));
    }

    /** Refuses the request when anything was found: with the code of the faults where they agree, else as invalid fields. */
    void refuse() {
        if (count > 0) {
            throw problem(found);
        }
    }

    static ProblemException problem(List<FieldProblem> faults) {
        List<String> codes = faults.stream().map(FieldProblem::code).distinct().toList();
        boolean secret = codes.contains(ErrorCode.SECRECY_NOT_ALLOWED.code());
        ErrorCode agreed = codes.size() == 1
                ? ErrorCode.find(codes.getFirst()).orElse(ErrorCode.FIELD_INVALID)
                : ErrorCode.FIELD_INVALID;
        // Nobody may take a secret document for one with a mere slip of the pen in it.
        return new ProblemException(secret ? ErrorCode.SECRECY_NOT_ALLOWED : agreed, faults);
    }
}
