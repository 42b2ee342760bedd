package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What a page answers when something was not done. */
@Component
@InNodeRole
class Answers {

    /** The page that says who did what meanwhile; what was typed comes along to be copied. */
    String overtaken(Outcome.Overtaken overtaken, String typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("document", overtaken.document());
        model.addAttribute("step", overtaken.last().orElse(null));
        model.addAttribute("typed", typed);
        return "incoming/overtaken";
    }

    /**
     * The answer to everything but success and a refusal that belongs to a form.
     *
     * @param typed what the person typed, shown again
     */
    String other(
            Outcome outcome, long id, String typed, Model model, HttpServletResponse response, RedirectAttributes to) {
        return switch (outcome) {
            case Outcome.Overtaken overtaken -> overtaken(overtaken, typed, model, response);
            case Outcome.Busy(var _) -> {
                to.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("incoming.busy"));
                yield "redirect:/incoming/" + id;
            }
            case Outcome.Refused(String _, String key, var arguments) -> {
                to.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(key, arguments.toArray()));
                yield "redirect:/incoming/" + id;
            }
            case Outcome.Absent() -> throw new NothingHereException();
            case Outcome.Done(var _) -> "redirect:/incoming/" + id;
        };
    }

    /** Puts a refusal beside the field that is to blame. */
    static FormFaults faults(Outcome.Refused refused) {
        FormFaults faults = new FormFaults();
        faults.add(refused.field(), refused.key(), refused.arguments().toArray());
        return faults;
    }
}
