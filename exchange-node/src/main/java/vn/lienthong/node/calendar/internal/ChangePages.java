package vn.lienthong.node.calendar.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;

/** Who changed what, and taking it back. */
@InNodeRole
@Controller
class ChangePages {
    private static final String PATH = "/calendar/changes";
    private static final int ROWS = 50;

    private final CalendarBook book;
    private final ChangeWords words;
    private final CalendarFrame frame;

    ChangePages(CalendarBook book, ChangeWords words, CalendarFrame frame) {
        this.book = book;
        this.words = words;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String changes(Locale language, Model model) {
        show(language, model);
        return "calendar/changes";
    }

    private void show(Locale language, Model model) {
        model.addAttribute(
                "rows",
                book.changes(ROWS).stream()
                        .map(change -> words.of(change, language))
                        .toList());
    }

    @PostMapping("/calendar/changes/{id}/undo")
    String undo(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            Locale language,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (frame.settled(book.undo(id, person.login().value()), "changes", model, redirect, response)) {
            return "redirect:" + PATH;
        }
        show(language, model);
        return "calendar/changes";
    }
}
