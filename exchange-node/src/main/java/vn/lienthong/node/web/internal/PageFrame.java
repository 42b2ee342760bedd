package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SessionLimits;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.web.NavigationBadge;
import vn.lienthong.node.web.StandingNotice;
import vn.lienthong.node.web.internal.SessionBeginning.PreviousSignIn;

/** What the frame around every page needs: the node, the person, the language. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {
    private final NodeFacts facts;
    private final Navigation navigation;
    private final ObjectProvider<StandingNotice> standing;
    private final ObjectProvider<NavigationBadge> badges;
    private final SessionLimits limits;

    PageFrame(
            NodeFacts facts,
            Navigation navigation,
            ObjectProvider<StandingNotice> standing,
            ObjectProvider<NavigationBadge> badges,
            SessionLimits limits) {
        this.facts = facts;
        this.navigation = navigation;
        this.standing = standing;
        this.badges = badges;
        this.limits = limits;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale, @Nullable CsrfToken form) {
        model.addAttribute("node", facts);
        model.addAttribute("language", Language.supported(locale).getLanguage());
        model.addAttribute("here", LocalPath.languageSwitch(request.getRequestURI()));
        Person person = person();
        model.addAttribute("person", person);
        if (person != null) {
            model.addAttribute("navigation", navigation.of(person));
            model.addAttribute(
                    "standing",
                    standing.orderedStream()
                            .flatMap(source -> source.now().stream())
                            .toList());
            model.addAttribute("badges", badges(person));
            model.addAttribute("idleSeconds", limits.idle().toSeconds());
            previousSignIn(request, model);
            FormKeeping.waiting(request.getSession(false))
                    .filter(_ -> "GET".equals(request.getMethod()))
                    .ifPresent(kept -> model.addAttribute(KeptForm.ATTRIBUTE, kept));
        }
        if (form != null) {
            // Makes the cookie now: once the page has begun to flow out it would be too late.
            model.addAttribute("formToken", form.getToken());
        }
    }

    private Map<String, Integer> badges(Person person) {
        return badges.stream()
                .collect(
                        Collectors.toMap(NavigationBadge::section, badge -> badge.number(person), (first, _) -> first));
    }

    /** Shown on the first page after signing in. */
    private static void previousSignIn(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SessionBeginning.PREVIOUS) instanceof PreviousSignIn previous) {
            model.addAttribute("previousSignIn", previous);
            session.removeAttribute(SessionBeginning.PREVIOUS);
        }
    }

    private static @Nullable Person person() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof Person person ? person : null;
    }
}
