package vn.lienthong.node.gateway;

import java.util.List;
import java.util.Map;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;

/** How a resource answers with an error: the mapper of this edge turns it into a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, String> headers;
    private final transient List<Problem.Warning> warnings;

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
        this(code, errors, Map.of(), List.of());
    }

    private ProblemException(
            ErrorCode code, List<FieldProblem> errors, Map<String, String> headers, List<Problem.Warning> warnings) {
        super(code.code());
        this.code = code;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Answers with a code and headers that belong to it, such as {@code Retry-After}.
     *
     * @param code what is wrong
     * @param headers names and values
     * @return to be thrown
     */
    public static ProblemException with(ErrorCode code, Map<String, String> headers) {
        return new ProblemException(code, List.of(), headers, List.of());
    }

    /**
     * Answers that something looks wrong which the caller may nevertheless want.
     *
     * @param code what looks wrong
     * @param warnings what the caller may acknowledge
     * @return to be thrown
     */
    public static ProblemException warning(ErrorCode code, List<Problem.Warning> warnings) {
        return new ProblemException(code, List.of(), Map.of(), warnings);
    }

    /**
     * Headers of the answer.
     *
     * @return may be empty
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * What the caller may acknowledge.
     *
     * @return may be empty
     */
    public List<Problem.Warning> warnings() {
        return warnings;
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
