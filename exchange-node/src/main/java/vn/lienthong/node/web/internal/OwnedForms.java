package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import vn.lienthong.node.identity.Person;

/**
 * Writes into every form that posts, beside its token, whose it is and on which page it stands: when it comes back after the
 * session, what was typed finds its way to the same person and the same page.
 */
final class OwnedForms implements RequestDataValueProcessor {
    /** The hidden field: mark of the person, colon, page. */
    static final String FIELD = "_of";

    private final RequestDataValueProcessor tokens;
    private final KeptFormSealing sealing;

    OwnedForms(RequestDataValueProcessor tokens, KeptFormSealing sealing) {
        this.tokens = tokens;
        this.sealing = sealing;
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return tokens.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return tokens.processFormFieldValue(request, name, value, type);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> token = tokens.getExtraHiddenFields(request);
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (token == null || token.isEmpty() || session == null || !(session.getPrincipal() instanceof Person person)) {
            return token;
        }
        Map<String, String> fields = new LinkedHashMap<>(token);
        fields.put(FIELD, sealing.owner(person.login()) + ":" + page(request));
        return fields;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return tokens.processUrl(request, url);
    }

    /** Where the form can be seen again: a form shown again by a POST stands where it stood first. */
    private static String page(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            String before = String.valueOf(request.getParameter(FIELD));
            return LocalPath.orHome(before.substring(before.indexOf(':') + 1));
        }
        String path = request.getRequestURI();
        String query = request.getQueryString();
        String whole = query == null ? path : path + "?" + query;
        String safe = LocalPath.orHome(whole);
        return safe.equals("/") ? LocalPath.orHome(path) : safe;
    }
}
