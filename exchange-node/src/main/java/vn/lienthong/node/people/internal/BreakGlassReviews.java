package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Where security officers see each use of the emergency entry, and close it with what they found. */
@Controller
@InNodeRole
class BreakGlassReviews {
    static final String LIST = "/people/break-glass";

    private final BreakGlass entry;
    private final Gate gate;

    BreakGlassReviews(BreakGlass entry, Gate gate) {
        this.entry = entry;
        this.gate = gate;
    }

    @GetMapping(LIST)
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("sealed", entry.sealedSince().orElse(null));
        model.addAttribute("uses", entry.uses());
        gate.show(request, LIST, model);
        return "people/break-glass";
    }

    @PostMapping(LIST + "/{id}")
    String close(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String finding,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Optional<String> elsewhere = gate.instead(request, LIST);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        String found = finding.strip();
        if (found.isEmpty() || found.length() > BreakGlass.LONGEST_TEXT) {
            FormFaults faults = new FormFaults();
            faults.add("finding-" + id, "people.break-glass.finding.missing");
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return list(request, model);
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                switch (entry.close(id, found, person)) {
                    case DONE -> Notice.success("people.break-glass.closed");
                    case TOOK_PART -> Notice.warning("people.break-glass.took-part");
                    case GONE -> Notice.warning("people.break-glass.gone");
                });
        return "redirect:" + LIST;
    }
}
