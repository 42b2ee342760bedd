package vn.lienthong.node.notification.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.notification.internal.ToldList.Told;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What a person was told, newest first. */
@InNodeRole
@Controller
class InboxPages {
    private static final String PATH = "/notifications";
    private static final String UNREAD = "unread";
    private static final int ROWS = 50;

    private final ToldList told;

    InboxPages(ToldList told) {
        this.told = told;
    }

    @GetMapping(PATH)
    String list(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = UNREAD) String show,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        boolean unread = !show.equals("all");
        List<Told> found = told.list(person.login(), unread, before == null ? Long.MAX_VALUE : before, ROWS + 1);
        List<Told> shown = found.subList(0, Math.min(ROWS, found.size()));
        String link = PATH + "?show=" + (unread ? UNREAD : "all");
        model.addAttribute("unread", unread);
        model.addAttribute("rows", shown);
        model.addAttribute("last", shown.isEmpty() ? 0 : shown.getFirst().id());
        model.addAttribute(
                "older",
                found.size() > ROWS ? link + "&before=" + shown.getLast().id() : null);
        model.addAttribute("newest", before == null ? null : link);
        model.addAttribute("again", before == null ? link : link + "&before=" + before);
        return "notification/list";
    }

    /** Opens what it is about. Looking marks as read. */
    @GetMapping("/notifications/{id}")
    String open(@AuthenticationPrincipal Person person, @PathVariable long id) {
        Told one = told.find(person.login(), id).orElseThrow(NothingHereException::new);
        if (!one.read()) {
            var _ = told.read(person.login(), id);
        }
        return "redirect:" + one.href();
    }

    @PostMapping("/notifications/{id}/read")
    String read(@AuthenticationPrincipal Person person, @PathVariable long id) {
        if (told.find(person.login(), id).isEmpty()) {
            throw new NothingHereException();
        }
        var _ = told.read(person.login(), id);
        return "redirect:" + PATH;
    }

    @PostMapping("/notifications/read")
    String readAll(@AuthenticationPrincipal Person person, @RequestParam long last, RedirectAttributes redirect) {
        int number = told.readAll(person.login(), last);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("notification.all-read", number));
        return "redirect:" + PATH;
    }
}
