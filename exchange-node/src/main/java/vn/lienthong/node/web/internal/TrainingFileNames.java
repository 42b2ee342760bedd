package vn.lienthong.node.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where people train, every file that is saved says so in its name, because files outlive the page they came from. */
@Component
@ConditionalOnBooleanProperty("lienthong.training")
class TrainingFileNames extends OncePerRequestFilter {

    static final String PREFIX = "TAP-HUAN-";
    private static final Pattern BEGINNING =
            Pattern.compile("(filename\\*=UTF-8''|filename=\"=\\?UTF-8\\?Q\\?|filename=\"(?!=\\?UTF-8\\?Q\\?))");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Named(response));
    }

    static String named(String disposition) {
        return BEGINNING.matcher(disposition).replaceAll("$1" + PREFIX);
    }

    private static final class Named extends HttpServletResponseWrapper {

        Named(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, value(name, value));
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            super.addHeader(name, value(name, value));
        }

        /** A header is taken away by a value of null. */
        private static @Nullable String value(String name, @Nullable String value) {
            return value != null && HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(name) ? named(value) : value;
        }
    }
}
