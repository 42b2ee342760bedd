package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.PersonalKeys;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Personal keys: made with a PIN, unlocked for minutes, locked at once. What was typed never stands in a page again. */
@Controller
@InNodeRole
class KeyPages {

    private static final String KEYS = "/secret/keys";

    private final SecretServices services;
    private final Gate gate;

    KeyPages(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    @GetMapping(KEYS)
    String keys(HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(gate.screen(request, response, model));
    }

    private String show(Screen screen) {
        gate.needsStepUp(screen.caller(), KEYS);
        KeyState _ = gate.frame(screen);
        screen.model().addAttribute("shortest", PersonalKeys.SHORTEST_PIN);
        return "secretdesk/keys";
    }

    @PostMapping(KEYS + "/enrol")
    String enrol(
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Screen screen = gate.screen(request, response, model);
        FormFaults faults = twice(pin, again);
        return faults.any()
                ? again(screen, faults)
                : done(screen, pin, services.keys()::enrol, "secret.keys.made", flash);
    }

    @PostMapping(KEYS + "/reset")
    String reset(
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String lost,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Screen screen = gate.screen(request, response, model);
        FormFaults faults = twice(pin, again);
        if (lost.isEmpty()) {
            faults.add("lost", "secret.keys.reset.confirm");
        }
        return faults.any()
                ? again(screen, faults)
                : done(screen, pin, services.keys()::reset, "secret.keys.reset.done", flash);
    }

    @PostMapping(KEYS + "/pin")
    String changePin(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Screen screen = gate.screen(request, response, model);
        FormFaults faults = twice(pin, again);
        if (faults.any()) {
            return again(screen, faults);
        }
        char[] old = current.toCharArray();
        try {
            return done(
                    screen,
                    pin,
                    (who, fresh) -> services.keys().changePin(who, old, fresh),
                    "secret.keys.changed",
                    flash);
        } finally {
            Arrays.fill(old, '\0');
        }
    }

    private String again(Screen screen, FormFaults faults) {
        screen.model().addAttribute(FormFaults.ATTRIBUTE, faults);
        return show(screen);
    }

    private String done(
            Screen screen,
            String typed,
            BiFunction<SecretCaller, char[], SecretAnswer<KeyState>> act,
            String said,
            RedirectAttributes flash) {
        char[] pin = typed.toCharArray();
        try {
            if (act.apply(screen.caller(), pin)
                    instanceof SecretAnswer.Hindered<KeyState>(Hindrance why, String detail)) {
                return hindered(screen, why, detail);
            }
        } finally {
            Arrays.fill(pin, '\0');
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success(said));
        return "redirect:" + SecretDoor.PATH;
    }

    private String hindered(Screen screen, Hindrance why, String detail) {
        FormFaults faults = new FormFaults();
        switch (why) {
            case PIN_WEAK -> faults.add("pin", "secret.why.pin-weak", detail);
            case WRONG_PIN, LOCKED_OUT -> faults.add("current", "secret.why." + why.slug(), detail);
            default -> throw new HinderedPageException(why, detail, KEYS);
        }
        return again(screen, faults);
    }

    private static FormFaults twice(String pin, String again) {
        FormFaults faults = new FormFaults();
        if (pin.length() < PersonalKeys.SHORTEST_PIN || pin.length() > PersonalKeys.LONGEST_PIN) {
            faults.add("pin", "secret.keys.pin.length", PersonalKeys.SHORTEST_PIN, PersonalKeys.LONGEST_PIN);
        } else if (!pin.equals(again)) {
            faults.add("again", "secret.keys.pin.differ");
        }
        return faults;
    }

    @GetMapping("/secret/unlock")
    String unlock(
            @RequestParam(defaultValue = SecretDoor.PATH) String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return askForPin(gate.screen(request, response, model), next);
    }

    private String askForPin(Screen screen, String next) {
        String inside = inside(next);
        gate.needsStepUp(screen.caller(), HinderedPages.unlock(inside));
        KeyState keys = gate.frame(screen);
        screen.model().addAttribute("next", inside);
        return switch (keys.phase()) {
            case NONE, REVOKED -> "redirect:" + KEYS;
            case UNLOCKED -> "redirect:" + inside;
            case LOCKED, LOCKED_OUT -> "secretdesk/unlock";
        };
    }

    @PostMapping("/secret/unlock")
    String unlocked(
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = SecretDoor.PATH) String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        char[] typed = pin.toCharArray();
        SecretAnswer<KeyState> answer;
        try {
            answer = services.keys().unlock(screen.caller(), typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
        if (!(answer instanceof SecretAnswer.Hindered<KeyState>(Hindrance why, String detail))) {
            return "redirect:" + inside(next);
        }
        if (why != Hindrance.WRONG_PIN && why != Hindrance.LOCKED_OUT) {
            throw new HinderedPageException(why, detail, HinderedPages.unlock(inside(next)));
        }
        FormFaults faults = new FormFaults();
        faults.add("pin", "secret.why." + why.slug(), detail);
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        return askForPin(screen, next);
    }

    /** Never leads out of this area. */
    private static String inside(String next) {
        boolean fits = next.equals(SecretDoor.PATH) || next.matches("/secret/[A-Za-z0-9/?=&#-]{1,200}");
        return fits ? next : SecretDoor.PATH;
    }

    @PostMapping("/secret/lock")
    String lock(HttpServletRequest request) {
        services.keys().lock(gate.caller(request));
        return "redirect:/secret/locked";
    }

    @GetMapping("/secret/locked")
    String locked(HttpServletRequest request) {
        SecretCaller _ = gate.caller(request);
        return "secretdesk/locked";
    }
}
