package vn.lienthong.node.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets {@link SessionWatch} look at every request but those for style sheets and scripts. */
final class SessionCheck extends OncePerRequestFilter {
    /** A header of the requests that a page makes by itself. */
    static final String BACKGROUND = "LT-Background";

    private static final String STREAM = "/live";

    private final SessionWatch watch;

    SessionCheck(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var _ = watch.endIfOver(request, response);
        chain.doFilter(request, response);
    }

    /** Whether a page asked by itself. Who pretends that only shortens the own session. */
    static boolean isBackground(HttpServletRequest request) {
        return request.getHeader(BACKGROUND) != null || request.getRequestURI().equals(STREAM);
    }
}
