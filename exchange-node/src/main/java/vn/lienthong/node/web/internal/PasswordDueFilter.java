package vn.lienthong.node.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever signed in with a password that somebody else chose to the page that replaces it, and nowhere else. */
final class PasswordDueFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        HttpSession session = request.getSession(false);
        return path.equals(PasswordPages.PATH)
                || path.equals("/sign-out")
                || path.startsWith("/sign-in")
                || path.startsWith(Assets.PATH)
                || session == null
                || session.getAttribute(SessionBeginning.PASSWORD_DUE) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendRedirect(PasswordPages.PATH);
    }
}
