package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.web.Notice;

/** The sessions of a person, each with its device; one or all others can be ended. Administrators end those of an account. */
@Controller
class SessionPages {
    static final String PATH = "/account/sessions";
    private static final String AGAIN = "redirect:" + PATH;

    private final PersonSessions sessions;

    SessionPages(PersonSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Person person, HttpServletRequest request, Model model) {
        model.addAttribute("sessions", sessions.of(person.login()));
        model.addAttribute("current", sessions.current(request).orElse(null));
        return "account/sessions";
    }

    @PostMapping(PATH + "/end")
    String end(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String session,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<SessionId> id = SessionId.parse(session)
                .filter(one -> !sessions.current(request).equals(Optional.of(one)));
        notice(redirect, id.filter(one -> sessions.end(person.login(), one)).isPresent());
        return AGAIN;
    }

    private static void notice(RedirectAttributes redirect, boolean ended) {
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, ended ? Notice.success("sessions.ended") : Notice.warning("sessions.ended.already"));
    }

    @PostMapping(PATH + "/end-others")
    String endOthers(@AuthenticationPrincipal Person person, HttpServletRequest request, RedirectAttributes redirect) {
        int ended = sessions.current(request)
                .map(kept -> sessions.endOthers(person.login(), kept))
                .orElse(0);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("sessions.ended.others", ended));
        return AGAIN;
    }

    @PostMapping("/accounts/session")
    String endOfAccount(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String session,
            RedirectAttributes redirect) {
        Optional<LoginName> whose = LoginName.parse(login);
        Optional<SessionId> id = SessionId.parse(session);
        boolean known = whose.isPresent() && id.isPresent();
        notice(redirect, known && sessions.end(whose.get(), id.get()));
        return "redirect:"
                + whose.map(name -> AccountListPages.ONE + name.value()).orElse(AccountListPages.LIST);
    }
}
