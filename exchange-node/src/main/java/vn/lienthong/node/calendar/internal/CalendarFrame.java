package vn.lienthong.node.calendar.internal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What the pages of working time do alike when something was changed. */
@InNodeRole
@Component
class CalendarFrame {

    /**
     * Tells the person what came of the change.
     *
     * @return whether it was changed, so that the browser goes on; otherwise the form is to be shown again
     */
    boolean settled(
            ChangeAnswer answer, String field, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        return switch (answer) {
            case ChangeAnswer.Changed _ -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("calendar.saved"));
                yield true;
            }
            case ChangeAnswer.Overtaken overtaken -> {
                FormFaults faults = new FormFaults();
                faults.add(
                        field,
                        "calendar.overtaken",
                        overtaken.last().by(),
                        DateText.write(overtaken.last().at()));
                model.addAttribute(FormFaults.ATTRIBUTE, faults);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield false;
            }
            case ChangeAnswer.Absent _ -> throw new NothingHereException();
        };
    }
}
