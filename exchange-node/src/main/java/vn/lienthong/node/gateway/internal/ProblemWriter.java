package vn.lienthong.node.gateway.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem;
import vn.lienthong.node.gateway.ProblemException;

/** Writes problems where no controller runs: in filters. */
@Component
class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void write(ErrorCode code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(Problems.of(code, request), response);
    }

    void write(ProblemException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        failure.headers().forEach(response::setHeader);
        write(Problems.of(failure, request), response);
    }

    private void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
