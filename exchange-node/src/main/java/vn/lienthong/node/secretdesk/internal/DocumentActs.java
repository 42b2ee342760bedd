package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What is done with a document that arrived: taken over, refused, entered in the book, opened by two, and whether its release holds. */
@Controller
@InNodeRole
class DocumentActs {

    private static final String ONE = DocumentPages.DOCUMENTS + "/{id}";

    private final SecretServices services;
    private final Gate gate;

    DocumentActs(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    @PostMapping(ONE + "/hand-over")
    String handOver(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        String back = DocumentPages.page(id);
        try {
            Boolean _ = gate.value(services.reading().handOver(caller, Gate.document(id)), back);
        } catch (IOException notKept) {
            throw new UncheckedIOException(notKept);
        }
        return done(flash, Notice.success("secret.handed-over"), back);
    }

    @PostMapping(ONE + "/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        String back = DocumentPages.page(id);
        if (sure.isEmpty()) {
            return done(flash, Notice.warning("secret.refuse.confirm"), back);
        }
        ClerkReason known = Arrays.stream(ClerkReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        Boolean _ = gate.value(services.reading().refuse(caller, Gate.document(id), known), back);
        return done(flash, Notice.success("secret.refused"), back);
    }

    @PostMapping(ONE + "/register")
    String register(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes flash) {
        BookLine line = gate.value(
                services.books().registerArrived(gate.caller(request), Gate.document(id), unit.strip(), note.strip()),
                DocumentPages.page(id));
        return done(flash, Notice.success("secret.registered", line.number()), DocumentPages.page(id));
    }

    @PostMapping(ONE + "/ask-consent")
    String askConsent(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Boolean _ = gate.value(
                services.reading().askConsent(gate.caller(request), Gate.document(id), reason.strip()),
                DocumentPages.page(id));
        return done(flash, Notice.success("secret.consent.asked"), DocumentPages.page(id));
    }

    @PostMapping(ONE + "/consent")
    String consent(
            @PathVariable String id,
            @RequestParam String asking,
            HttpServletRequest request,
            RedirectAttributes flash) {
        LoginName who = LoginName.parse(asking).orElseThrow(NothingHereException::new);
        Boolean _ = gate.value(
                services.reading().consent(gate.caller(request), Gate.document(id), who), DocumentPages.page(id));
        return done(flash, Notice.success("secret.consent.given"), DocumentPages.page(id));
    }

    @GetMapping(ONE + "/proof")
    String proof(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        gate.needsStepUp(screen.caller(), DocumentPages.page(id) + "/proof");
        var _ = gate.opened(screen, DocumentPages.page(id) + "/proof");
        try {
            model.addAttribute(
                    "proof",
                    gate.value(services.reading().proof(screen.caller(), Gate.document(id)), DocumentPages.page(id)));
        } catch (IOException notKept) {
            throw new UncheckedIOException(notKept);
        }
        model.addAttribute("back", DocumentPages.page(id));
        return "secretdesk/proof";
    }

    private static String done(RedirectAttributes flash, Notice said, String where) {
        flash.addFlashAttribute(Notice.ATTRIBUTE, said);
        return "redirect:" + where;
    }
}
