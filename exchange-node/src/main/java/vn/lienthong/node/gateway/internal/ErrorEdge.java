package vn.lienthong.node.gateway.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.database.DatabaseAway;
import vn.lienthong.node.gateway.Problem;

/**
 * Where the container sends every error that no resource and no page answered itself. Programs get a {@link Problem}, browsers
 * the view {@code error}; neither learns more than the entry of the catalogue and the id of the request.
 */
@Controller
class ErrorEdge implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorEdge.class);
    private static final int NOT_FOUND = 404;
    private static final int DEEPEST = 8;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final List<String> PROGRAMS = List.of("/api/", "/oauth2/", "/exchange/", "/soap/", "/actuator/");

    private final JsonMapper json;

    ErrorEdge(JsonMapper json) {
        this.json = json;
    }

    /** Called by the container; somebody who types the path finds nothing. */
    @RequestMapping("${server.error.path:${error.path:/error}}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        log(status, request);
        ErrorCode code = StatusCodes.of(status);
        Problem problem = Problems.of(code, status, List.of(), request);
        response.setStatus(status);
        return forBrowser(request, problem)
                ? new ModelAndView("error", Map.of("code", code, "traceId", problem.traceId(), "status", status))
                : new ModelAndView(view(problem));
    }

    /** Multipart bodies are parsed before a resource is chosen, so what is wrong with them arrives here as a failure. */
    private static int status(HttpServletRequest request) {
        Throwable failure =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        for (int depth = 0; failure != null && depth < DEEPEST; depth++) {
            if (failure instanceof MaxUploadSizeExceededException) {
                return ErrorCode.TOO_LARGE.httpStatus();
            }
            if (failure instanceof MultipartException) {
                return ErrorCode.REQUEST_MALFORMED.httpStatus();
            }
            if (DatabaseAway.caused(failure)) {
                return ErrorCode.UNAVAILABLE.httpStatus();
            }
            failure = failure.getCause();
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : NOT_FOUND;
    }

    private View view(Problem problem) {
        return (_, _, response) -> {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        };
    }

    private static void log(int status, HttpServletRequest request) {
        if (status < FIRST_SERVER_ERROR) {
            return;
        }
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause instanceof Throwable failure) {
            LOG.error("request {} failed with {}", TraceId.of(request), ErrorCode.INTERNAL.code(), failure);
        } else {
            LOG.error("request {} failed with status {}", TraceId.of(request), status);
        }
    }

    private static boolean forBrowser(HttpServletRequest request, Problem problem) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && PROGRAMS.stream().noneMatch(problem.instance()::startsWith);
    }
}
