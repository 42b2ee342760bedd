package vn.lienthong.node.gateway.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Builds problems from the catalogue. Nothing of an exception ever comes in here. */
final class Problems {
    private Problems() {}

    static Problem of(ErrorCode code, HttpServletRequest request) {
        return of(code, code.httpStatus(), List.of(), request);
    }

    static Problem of(ErrorCode code, int status, List<FieldProblem> errors, HttpServletRequest request) {
        return new Problem(
                "/problems/" + code.code(),
                code.vietnamese(),
                status,
                detail(code),
                path(request),
                code.code(),
                TraceId.of(request),
                errors,
                List.of());
    }

    static Problem of(ProblemException failure, HttpServletRequest request) {
        ErrorCode code = failure.code();
        return new Problem(
                "/problems/" + code.code(),
                code.vietnamese(),
                code.httpStatus(),
                detail(code),
                path(request),
                code.code(),
                TraceId.of(request),
                failure.errors(),
                failure.warnings());
    }

    private static String detail(ErrorCode code) {
        String actor = code.actor().vietnamese() + " cần xử lý.";
        String retry = code.retryable()
                ? " Có thể gửi lại nguyên yêu cầu sau ít phút."
                : " Gửi lại nguyên yêu cầu sẽ không có kết quả khác.";
        return actor + retry;
    }

    /** After an error dispatch the request speaks of {@code /error}; callers want the path they asked for. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
