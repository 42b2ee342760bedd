package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.LookPurpose;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretView;

/** What arrived: the list, one document, its pages, and marked copies of it. */
@Controller
@InNodeRole
class DocumentPages {

    static final String DOCUMENTS = "/secret/documents";
    private static final String ONE = DOCUMENTS + "/{id}";
    private static final String REASONS = "vn.lienthong.secret.reason:";
    private static final String LEVELS = "vn.lienthong.secret.level:";
    private static final int LONGEST_REASON = 400;

    private final SecretServices services;
    private final Gate gate;
    private final Viewer viewer;

    DocumentPages(SecretServices services, Gate gate, Viewer viewer) {
        this.services = services;
        this.gate = gate;
        this.viewer = viewer;
    }

    static String page(String id) {
        return DOCUMENTS + "/" + id;
    }

    /** Words to look for come by POST: no address of this area carries them. */
    @RequestMapping(
            path = DOCUMENTS,
            method = {RequestMethod.GET, RequestMethod.POST})
    String list(
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, DOCUMENTS);
        String words = "POST".equals(request.getMethod()) ? q.strip() : "";
        model.addAttribute("q", words);
        model.addAttribute("lines", gate.value(services.reading().list(screen.caller(), words), SecretDoor.PATH));
        return "secretdesk/documents";
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        gate.needsStepUp(screen.caller(), page(id));
        var _ = gate.opened(screen, page(id));
        SecretView view = gate.value(services.reading().find(screen.caller(), Gate.document(id)), DOCUMENTS);
        remember(request, id, view);
        model.addAttribute("view", view);
        model.addAttribute(
                "leads",
                screen.caller()
                        .person()
                        .may(Permission.RELEASE_SECRETS, screen.caller().agency()));
        model.addAttribute("me", screen.caller().login().value());
        model.addAttribute(
                "reasonNeeded",
                reasonNeeded(screen.caller(), view) && reason(request, id).isEmpty());
        model.addAttribute(
                "reasons",
                Arrays.stream(ClerkReason.values())
                        .filter(one -> one != ClerkReason.OTHER)
                        .toList());
        return "secretdesk/document";
    }

    private boolean reasonNeeded(SecretCaller caller, SecretView view) {
        Secrecy from = services.area().policy(caller.agency()).reasonFrom();
        return view.line().level().compareTo(from) >= 0;
    }

    /** Why somebody reads; kept in the session while it lasts, and recorded with every look. */
    @PostMapping(ONE + "/reason")
    String because(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        SecretCaller _ = gate.caller(request);
        request.getSession().setAttribute(REASONS + Gate.document(id), bounded(reason));
        return "redirect:" + page(id);
    }

    private static String bounded(String reason) {
        String text = reason.strip();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    private static String reason(HttpServletRequest request, String id) {
        return request.getSession().getAttribute(REASONS + id) instanceof String known ? known : "";
    }

    @GetMapping(ONE + "/files/{number}")
    String view(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String here = page(id) + "/files/" + number;
        Screen screen = gate.screen(request, response, model);
        gate.needsStepUp(screen.caller(), here);
        var _ = gate.opened(screen, here);
        SecretView view = gate.value(services.reading().find(screen.caller(), Gate.document(id)), DOCUMENTS);
        remember(request, id, view);
        Person person = screen.caller().person();
        model.addAttribute(
                "prints", person.may(Permission.PRINT_SECRETS, screen.caller().agency()));
        model.addAttribute(
                "downloads",
                person.may(Permission.DOWNLOAD_SECRETS, screen.caller().agency()));
        return viewer.page(screen, Viewer.file(view.files(), number), here, page(id), page);
    }

    @GetMapping(ONE + "/files/{number}/pages/{page}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable int number, @PathVariable int page, HttpServletRequest request) {
        Opened opened = opened(request, id, number, LookPurpose.VIEW, reason(request, id));
        return viewer.picture(request, opened.content(), opened.level(), page(id) + "/files/" + number, page);
    }

    /** Printing and taking along are asked for by POST with a reason, never by a link. */
    @PostMapping(ONE + "/files/{number}/copy")
    ResponseEntity<StreamingResponseBody> copy(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        boolean print = purpose.equals("print");
        LookPurpose wanted = print ? LookPurpose.PRINT : LookPurpose.DOWNLOAD;
        Opened opened = opened(request, id, number, wanted, bounded(reason));
        return viewer.copy(request, opened.content(), opened.level(), print);
    }

    private record Opened(SecretContent content, Secrecy level) {}

    private Opened opened(HttpServletRequest request, String id, int number, LookPurpose purpose, String reason) {
        SecretCaller caller = gate.caller(request);
        Secrecy level = level(caller, request, id);
        try {
            return new Opened(
                    gate.value(services.reading().file(caller, Gate.document(id), number, purpose, reason), page(id)),
                    level);
        } catch (IOException notKept) {
            throw new UncheckedIOException(notKept);
        }
    }

    private static void remember(HttpServletRequest request, String id, SecretView view) {
        request.getSession().setAttribute(LEVELS + id, view.line().level());
    }

    /** Asked once a session: each question is a look of its own. */
    private Secrecy level(SecretCaller caller, HttpServletRequest request, String id) {
        if (request.getSession().getAttribute(LEVELS + id) instanceof Secrecy known) {
            return known;
        }
        SecretView view = gate.value(services.reading().find(caller, Gate.document(id)), DOCUMENTS);
        remember(request, id, view);
        return view.line().level();
    }
}
