package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.BreakGlass.Halves;
import vn.lienthong.node.identity.BreakGlass.Opening;
import vn.lienthong.node.identity.BreakGlass.Said;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Signing in with both halves of the emergency entry, when no administrator can sign in. */
@InNodeRole
@Controller
class BreakGlassPages {
    static final String PAGE = "/sign-in/break-glass";
    private static final Set<String> SAID = Set.of("first-name", "second-name", "reason");

    private final BreakGlass entry;
    private final SignInSteps steps;
    private final Refusals refusals;

    BreakGlassPages(BreakGlass entry, SignInSteps steps, Refusals refusals) {
        this.entry = entry;
        this.steps = steps;
        this.refusals = refusals;
    }

    @GetMapping(PAGE)
    String form(Model model) {
        model.addAttribute("typed", Map.of());
        return "sign-in-break-glass";
    }

    @PostMapping(PAGE)
    String open(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormFaults faults = new FormFaults();
        for (String field : SAID) {
            int longest = field.equals("reason") ? BreakGlass.LONGEST_TEXT : BreakGlass.LONGEST_NAME;
            if (text(typed, field).isEmpty() || text(typed, field).length() > longest) {
                faults.add(field, "break-glass." + field + ".missing");
            }
        }
        if (!faults.any() && text(typed, "first-name").equalsIgnoreCase(text(typed, "second-name"))) {
            faults.add("second-name", "break-glass.two");
        }
        if (faults.any()) {
            return again(typed, faults, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        Halves halves = new Halves(text(typed, "first-half"), text(typed, "second-half"));
        Said said = new Said(
                text(typed, "first-name"),
                text(typed, "second-name"),
                text(typed, "reason"),
                String.valueOf(request.getRemoteAddr()));
        return switch (entry.open(halves, said)) {
            case Opening.Opened(var person, var until) -> {
                steps.complete(request, response, person, SignInMeans.BREAK_GLASS);
                redirect.addFlashAttribute(
                        Notice.ATTRIBUTE, Notice.warning("break-glass.opened", DateText.write(until)));
                yield "redirect:/accounts";
            }
            case Opening.Wrong _ -> {
                refusals.report(request, Reason.WRONG_CREDENTIALS, "anonymous");
                faults.add("first-half", "break-glass.wrong");
                yield again(typed, faults, HttpStatus.UNAUTHORIZED, response, model);
            }
            case Opening.Throttled _ -> {
                refusals.report(request, Reason.THROTTLED, "anonymous");
                faults.add("first-half", "break-glass.throttled");
                yield again(typed, faults, HttpStatus.TOO_MANY_REQUESTS, response, model);
            }
        };
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The halves are never written back into the page. */
    private static String again(
            Map<String, String> typed,
            FormFaults faults,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        model.addAttribute("typed", typed);
        return "sign-in-break-glass";
    }
}
