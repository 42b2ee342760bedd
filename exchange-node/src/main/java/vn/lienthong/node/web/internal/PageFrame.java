package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.NodeFacts;

/** What the frame around every page needs: the node, the person, the language. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {
    private final NodeFacts facts;

    PageFrame(NodeFacts facts) {
        this.facts = facts;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale, @Nullable CsrfToken form) {
        model.addAttribute("node", facts);
        model.addAttribute("language", Language.supported(locale).getLanguage());
        model.addAttribute("here", LocalPath.languageSwitch(request.getRequestURI()));
        model.addAttribute("person", person());
        if (form != null) {
            // Makes the cookie now: once the page has begun to flow out it would be too late.
            model.addAttribute("formToken", form.getToken());
        }
    }

    private static @Nullable Person person() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof Person person ? person : null;
    }
}
