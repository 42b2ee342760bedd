package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.SecretCaller;

/** The first page of the area: how the keys stand, and how much waits. */
@Controller
@InNodeRole
class DeskPages {

    private final SecretServices services;
    private final Gate gate;

    DeskPages(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    @GetMapping(SecretDoor.PATH)
    String desk(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        SecretCaller caller = screen.caller();
        KeyState keys = gate.frame(screen);
        if (keys.phase() == KeyState.Phase.NONE || keys.phase() == KeyState.Phase.REVOKED) {
            return "redirect:/secret/keys";
        }
        model.addAttribute("waiting", gate.value(services.area().waiting(caller), SecretDoor.PATH));
        model.addAttribute("releases", caller.person().may(Permission.RELEASE_SECRETS, caller.agency()));
        return "secretdesk/desk";
    }
}
