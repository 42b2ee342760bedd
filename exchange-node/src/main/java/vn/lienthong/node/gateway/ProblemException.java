package vn.lienthong.node.gateway;

import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;

/** How a resource answers with an error: the mapper of this edge turns it into a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldProblem> errors;

    /**
     * Answers with a code alone.
     *
     * @param code what is wrong
     */
    public ProblemException(ErrorCode code) {
        this(code, List.of());
    }

    /**
     * Answers with a code and the fields that are wrong.
     *
     * @param code what is wrong
     * @param errors where
     */
    public ProblemException(ErrorCode code, List<FieldProblem> errors) {
        super(code.code());
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong.
     *
     * @return the entry of the catalogue
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * Which fields are wrong.
     *
     * @return may be empty
     */
    public List<FieldProblem> errors() {
        return errors;
    }
}
