package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.identity.Invitations;
import vn.lienthong.node.identity.Invitations.Acceptance;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;

/** Where an invited person, who cannot sign in yet, chooses a password. The code is typed and never part of an address. */
@Controller
@InNodeRole
class InvitationPages {
    static final String PAGE = "/invitation";

    private final Invitations invitations;

    InvitationPages(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping(PAGE)
    String form(@RequestParam(defaultValue = "") String login, Model model) {
        model.addAttribute("login", login.length() > 64 ? "" : login);
        return "people/invitation";
    }

    @PostMapping(PAGE)
    String accept(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        FormFaults faults = new FormFaults();
        if (!fresh.equals(again)) {
            faults.add("again", "password.again.other");
        } else {
            Acceptance answer = invitations.accept(login.strip(), code, fresh, String.valueOf(request.getRemoteAddr()));
            switch (answer) {
                case Acceptance.Accepted _ -> {
                    return "people/joined";
                }
                case Acceptance.Wrong _ -> faults.add("code", "people.invitation.wrong");
                case Acceptance.Throttled _ -> faults.add("code", "people.invitation.throttled");
                case Acceptance.Refused(var fault) ->
                    faults.add(
                            "fresh",
                            "password.fault."
                                    + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        return form(login, model);
    }
}
