package vn.lienthong.node.search.internal;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.SavedPlace;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Keeping filters of lists and removing them. */
@Controller
@InNodeRole
class SavedPages {

    private static final int LONGEST_NAME = 100;

    private final StoredFilters filters;

    SavedPages(StoredFilters filters) {
        this.filters = filters;
    }

    @PostMapping("/search/saved")
    RedirectView save(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agency,
            RedirectAttributes redirect) {
        SavedPlace list =
                SavedPlace.of(place).filter(known -> known.leadsHere(link)).orElseThrow(NothingHereException::new);
        String called = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        Optional<AgencyCode> shared = person.agencies(Permission.READ_DOCUMENTS).stream()
                .filter(own -> own.value().equals(agency))
                .findFirst();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("search.saved.name"));
        } else if (filters.save(person, list, called, link, shared)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("search.saved.done", called));
        } else {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("search.saved.many"));
        }
        return to(link);
    }

    @PostMapping("/search/saved/{id}/remove")
    RedirectView remove(@AuthenticationPrincipal Person person, @PathVariable long id, RedirectAttributes redirect) {
        String link = filters.remove(person, id).orElseThrow(NothingHereException::new);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("search.saved.removed"));
        return to(link.substring(0, link.indexOf('?')));
    }

    /** Values in the query may hold braces, which must not be taken for variables. */
    private static RedirectView to(String link) {
        RedirectView view = new RedirectView(link);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
