package vn.lienthong.node.gateway.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.calls.Repetitions;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;

/**
 * Lets acts be repeated under an {@code Idempotency-Key} without being carried out twice: the first answer is given again. Sending
 * a document keeps its own record of keys, as its form may be of any size.
 */
final class RepetitionFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String JSON = "application/json";
    private static final int LARGEST = 1 << 20;
    private static final int FIRST_FAILURE = 400;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

    /** Acts that must not happen twice. The others are repeatable by their nature: leases, acknowledgements by digest, uploads. */
    private static final Pattern ACTS = Pattern.compile(
            "/api/v1/(dispatches/[^/]+/(recall|replacement|correction|update|reminder)|inbox/[^/]+/(refusal|status|answer))");

    /** Frequent, and safe to repeat: a record of each would cost more than it gives. */
    private static final Pattern REPEATABLE = Pattern.compile("/api/v1/inbox/[^/]+/(lease|acknowledgement)");

    /** Their answers carry a secret that is shown once: it may not be kept, so the first answer cannot be given again. */
    private static final Pattern SECRETIVE = Pattern.compile("/api/v1/webhooks(/[^/]+/rotation)?");

    private static final String SENDING = "/api/v1/dispatches";

    private final Repetitions repetitions;
    private final ProblemWriter problems;

    RepetitionFilter(Repetitions repetitions, ProblemWriter problems) {
        super();
        this.repetitions = repetitions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean act = ACTS.matcher(path).matches();
        boolean wished = request.getHeader(HEADER) != null
                && String.valueOf(request.getContentType()).startsWith(JSON)
                && !path.equals(SENDING)
                && !REPEATABLE.matcher(path).matches()
                && !SECRETIVE.matcher(path).matches();
        return !request.getMethod().equals("POST") || !(act || wished);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiCaller> caller = caller();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new ProblemException(ErrorCode.TOO_LARGE);
            }
            Repetitions.Name name =
                    new Repetitions.Name(caller.get().agency().value(), operation(request), key(request));
            answer(name, new ReadRequest(request, body), Sha256.of(body), response, chain);
        } catch (ProblemException refusal) {
            problems.write(refusal, request, response);
        }
    }

    private void answer(
            Repetitions.Name name,
            HttpServletRequest request,
            Sha256 digest,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        switch (repetitions.begin(name, digest)) {
            case Repetitions.Known.New() -> carryOut(name, request, response, chain);
            case Repetitions.Known.Answered(Repetitions.Answer answer) -> replay(answer, response);
            case Repetitions.Known.Other() -> throw new ProblemException(ErrorCode.IDEMPOTENCY_CONFLICT);
            case Repetitions.Known.Running() ->
                throw ProblemException.with(ErrorCode.REQUEST_IN_PROGRESS, Map.of("Retry-After", "2"));
        }
    }

    /** Only what was carried out is kept: what was refused may be mended and sent again under the same key. */
    private void carryOut(
            Repetitions.Name name, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < FIRST_FAILURE;
            if (done) {
                repetitions.end(
                        name,
                        new Repetitions.Answer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getHeader("Location"),
                                kept.getContentAsByteArray()));
            }
        } finally {
            if (!done) {
                repetitions.forget(name);
            }
        }
        kept.copyBodyToResponse();
    }

    private static void replay(Repetitions.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentType(answer.mediaType());
        String location = answer.location();
        if (location != null) {
            response.setHeader("Location", location);
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static Optional<ApiCaller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ApiCaller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static String operation(HttpServletRequest request) {
        // The column is ASCII and bounded; a path may be neither.
        String path = request.getRequestURI();
        return Sha256.of((request.getMethod() + " " + path).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static Sha256 key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null || !VISIBLE.matcher(key).matches()) {
            throw new ProblemException(
                    ErrorCode.FIELD_INVALID,
                    List.of(FieldProblem.invalid(HEADER, "Cần 1 đến 128 ký tự ASCII nhìn thấy được")));
        }
        return Sha256.of(key.getBytes(StandardCharsets.US_ASCII));
    }
}
