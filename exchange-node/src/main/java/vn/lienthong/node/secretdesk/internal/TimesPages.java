package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretTimes;
import vn.lienthong.node.web.Notice;

/** How long documents stay secret: what comes due, and the two acts of two people that end it. */
@Controller
@InNodeRole
class TimesPages {

    private static final String TIMES = "/secret/times";
    private static final String ONE = DocumentPages.DOCUMENTS + "/{id}/declassify";
    private static final Duration AHEAD = Duration.ofDays(90);

    private final SecretServices services;
    private final Gate gate;

    TimesPages(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    @GetMapping(TIMES)
    String due(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, TIMES);
        model.addAttribute("days", AHEAD.toDays());
        model.addAttribute("due", gate.value(services.times().due(screen.caller(), AHEAD), SecretDoor.PATH));
        return "secretdesk/times";
    }

    @PostMapping(ONE + "/propose")
    String propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretTimes.Terms _ = gate.value(
                services.times().propose(gate.caller(request), Gate.document(id), reason.strip()),
                DocumentPages.page(id));
        return done(flash, "secret.declassify.proposed", id);
    }

    @PostMapping(ONE + "/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (sure.isEmpty()) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.declassify.tick"));
            return "redirect:" + DocumentPages.page(id);
        }
        SecretTimes.Terms _ =
                gate.value(services.times().confirm(gate.caller(request), Gate.document(id)), DocumentPages.page(id));
        return done(flash, "secret.declassify.confirmed", id);
    }

    private static String done(RedirectAttributes flash, String said, String id) {
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success(said));
        return "redirect:" + DocumentPages.page(id);
    }
}
