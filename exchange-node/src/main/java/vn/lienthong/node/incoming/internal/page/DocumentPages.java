package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.check.Checks;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Steps;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.incoming.internal.work.Scans;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;

/** One document: what was checked, what it says, whether it came before, its files, its history, and what can be done with it. */
@Controller
@InNodeRole
class DocumentPages {

    private static final int DOUBLES = 5;

    private final Reach reach;
    private final DocumentRows rows;
    private final Steps steps;
    private final Checks checks;
    private final Registration registration;
    private final DocumentFiles files;
    private final Looks looks;
    private final Presentation presentation;
    private final PageTools tools;

    DocumentPages(
            Reach reach,
            DocumentRows rows,
            Steps steps,
            Checks checks,
            Registration registration,
            DocumentFiles files,
            PageTools tools) {
        this.reach = reach;
        this.rows = rows;
        this.steps = steps;
        this.checks = checks;
        this.registration = registration;
        this.files = files;
        this.looks = tools.looks();
        this.presentation = tools.presentation();
        this.tools = tools;
    }

    /**
     * A file as the page shows it.
     *
     * @param number from 1
     * @param name of it
     * @param size in octets
     * @param sha512 its digest
     * @param pdf whether pages of it can be looked at
     */
    record FileLine(int number, String name, long size, String sha512, boolean pdf) {}

    @GetMapping("/incoming/{id}")
    String document(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int look,
            @RequestParam(defaultValue = "1") int page,
            Locale language,
            Model model) {
        IncomingDocument document = reach.find(person, id).orElseThrow(NothingHereException::new);
        looks.viewed(document);
        boolean open = document.state() != IncomingState.RECALLED;
        List<Attachment> attachments = open ? files.of(document) : List.of();
        model.addAttribute("document", document);
        model.addAttribute("pressing", presentation.pressing(document, language));
        model.addAttribute("report", checks.of(document));
        model.addAttribute("files", lines(attachments));
        model.addAttribute("scans", files.scans(document));
        model.addAttribute("doubles", rows.same(document, DOUBLES));
        model.addAttribute("entries", registration.duplicates(person, document));
        model.addAttribute("steps", steps.of(id));
        model.addAttribute("said", tools.said(document));
        model.addAttribute("clerk", reach.holds(person, Role.CLERK, document));
        model.addAttribute("request", tools.openRequest(document).orElse(null));
        model.addAttribute("takesScans", Scans.takes(document));
        model.addAttribute("may", may(document));
        int shown =
                look >= 1 && look <= attachments.size() && DocumentFiles.isPdf(attachments.get(look - 1)) ? look : 0;
        int pages = shown == 0 ? 0 : files.pages(document, shown, attachments.get(shown - 1));
        model.addAttribute("look", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("page", pages == 0 ? Math.max(1, page) : Math.clamp(page, 1, pages));
        return "incoming/document";
    }

    private static List<String> may(IncomingDocument document) {
        return Stream.of(IncomingAct.values())
                .filter(act -> document.state().allows(act))
                .map(IncomingAct::name)
                .toList();
    }

    private static List<FileLine> lines(List<Attachment> attachments) {
        return IntStream.range(0, attachments.size())
                .mapToObj(index -> line(index + 1, attachments.get(index)))
                .toList();
    }

    private static FileLine line(int number, Attachment file) {
        return new FileLine(
                number, file.name().value(), file.size(), file.sha512().hex(), DocumentFiles.isPdf(file));
    }
}
