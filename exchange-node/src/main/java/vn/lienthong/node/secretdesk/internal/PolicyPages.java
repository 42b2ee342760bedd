package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The rules of an agency for its secrets: everybody in the area reads them, whoever leads sets them. */
@Controller
@InNodeRole
class PolicyPages {

    private static final String POLICY = "/secret/policy";

    private final SecretServices services;
    private final Gate gate;

    PolicyPages(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    @GetMapping(POLICY)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        SecretCaller caller = screen.caller();
        var _ = gate.opened(screen, POLICY);
        model.addAttribute("policy", services.area().policy(caller.agency()));
        model.addAttribute("leads", caller.person().may(Permission.RELEASE_SECRETS, caller.agency()));
        model.addAttribute(
                "secrets",
                Arrays.stream(Secrecy.values()).filter(Secrecy::isStateSecret).toList());
        return "secretdesk/policy";
    }

    @PostMapping(POLICY)
    String set(
            @RequestParam String cooling,
            @RequestParam String express,
            @RequestParam(defaultValue = "") String two,
            @RequestParam String from,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        Secrecy level = Arrays.stream(Secrecy.values())
                .filter(one -> one.isStateSecret() && one.name().equals(from))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        if (!isNumber(cooling) || !isNumber(express)) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.policy.wrong"));
            return "redirect:" + POLICY;
        }
        SecretArea.Policy wanted = new SecretArea.Policy(
                Duration.ofMinutes(Long.parseLong(cooling.strip())),
                Duration.ofSeconds(Long.parseLong(express.strip())),
                !two.isEmpty(),
                level);
        SecretArea.Policy _ = gate.value(services.area().change(caller, wanted), POLICY);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.policy.saved"));
        return "redirect:" + POLICY;
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[0-9]{1,4}");
    }
}
