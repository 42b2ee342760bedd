package vn.lienthong.node.gateway.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.database.DatabaseAway;
import vn.lienthong.node.gateway.Problem;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Refusals;

/** The one error mapper of the REST edge. What it does not know becomes {@link ErrorCode#INTERNAL} and a log entry. */
@RestControllerAdvice(annotations = RestController.class)
class RestErrors {
    private static final Logger LOG = LoggerFactory.getLogger(RestErrors.class);
    private static final int FIRST_SERVER_ERROR = 500;

    private final Refusals refusals;

    RestErrors(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<Problem> known(ProblemException problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        problem.headers().forEach(headers::set);
        return answer(Problems.of(problem, request), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(AccessDeniedException refusal, HttpServletRequest request) {
        refusals.report(request, AccessRefusedException.reasonOf(refusal));
        return answer(Problems.of(ErrorCode.NOT_PERMITTED, request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        return answer(Problems.of(ErrorCode.REQUEST_MALFORMED, request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return answer(Problems.of(ErrorCode.TOO_LARGE, request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badMultipart(MultipartException failure, HttpServletRequest request) {
        return answer(Problems.of(ErrorCode.REQUEST_MALFORMED, request), HttpHeaders.EMPTY);
    }

    /** A parameter that is no number or no truth value; an identifier that cannot be is one that nobody has. */
    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        boolean identifier = failure.getParameter().hasParameterAnnotation(PathVariable.class);
        ProblemException problem = identifier
                ? new ProblemException(ErrorCode.NOT_FOUND)
                : new ProblemException(
                        ErrorCode.FIELD_INVALID,
                        List.of(FieldProblem.invalid("?" + failure.getName(), "Giá trị không hợp lệ")));
        return answer(Problems.of(problem, request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException failure, HttpServletRequest request) {
        List<FieldProblem> errors = failure.getBindingResult().getFieldErrors().stream()
                .map(RestErrors::field)
                .toList();
        ErrorCode code = ErrorCode.FIELD_INVALID;
        return answer(Problems.of(code, code.httpStatus(), errors, request), HttpHeaders.EMPTY);
    }

    /** Spring's own exceptions bring a status and headers such as {@code Allow}; a database that is away comes back; everything else is a defect. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> other(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().value() < FIRST_SERVER_ERROR) {
            int status = known.getStatusCode().value();
            return answer(Problems.of(StatusCodes.of(status), status, List.of(), request), known.getHeaders());
        }
        if (DatabaseAway.caused(failure)) {
            LOG.warn("request {} failed: the database cannot be reached", TraceId.of(request));
            return answer(Problems.of(ErrorCode.UNAVAILABLE, request), HttpHeaders.EMPTY);
        }
        if (failure instanceof KeyAwayException away) {
            LOG.warn("request {} failed: a key is away: {}", TraceId.of(request), away.fault());
            return answer(Problems.of(ErrorCode.KEY_AWAY, request), HttpHeaders.EMPTY);
        }
        LOG.error("request {} failed, answered {}", TraceId.of(request), response.isCommitted(), failure);
        return answer(Problems.of(ErrorCode.INTERNAL, request), HttpHeaders.EMPTY);
    }

    private static FieldProblem field(FieldError error) {
        String pointer =
                "/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
        return FieldProblem.invalid(pointer, "Giá trị không hợp lệ");
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
