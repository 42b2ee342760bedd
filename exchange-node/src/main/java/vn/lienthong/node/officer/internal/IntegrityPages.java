package vn.lienthong.node.officer.internal;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.Notice;

/** Whether the log is whole: its head, its witnesses, and the verification of everything. */
@Controller
class IntegrityPages {
    private static final String PATH = "/integrity";
    private static final int REFRESH_SECONDS = 2;

    private final LogBook log;
    private final LogIdentity identity;
    private final VerificationJob job;
    private final AccountDirectory accounts;
    private final VerificationReports reports;

    IntegrityPages(
            LogBook log,
            LogIdentity identity,
            VerificationJob job,
            AccountDirectory accounts,
            VerificationReports reports) {
        this.log = log;
        this.identity = identity;
        this.job = job;
        this.accounts = accounts;
        this.reports = reports;
    }

    @GetMapping(PATH)
    String integrity(Model model) {
        model.addAttribute("log", log.state(LogName.EVENTS));
        model.addAttribute("keys", identity.logKeys(LogName.EVENTS));
        model.addAttribute("reports", reports.last());
        Optional<VerificationJob.Run> run = job.last();
        model.addAttribute("run", run.orElse(null));
        if (run.isPresent() && run.get().progress().going()) {
            model.addAttribute("refreshSeconds", REFRESH_SECONDS);
        }
        return "officer/integrity";
    }

    @PostMapping("/integrity/verification")
    String verify(@AuthenticationPrincipal Person officer, RedirectAttributes redirect) {
        if (!job.begin(officer.login().value(), actor(officer))) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("officer.integrity.running"));
        }
        return "redirect:" + PATH;
    }

    private Actor actor(Person officer) {
        String role = officer.roles().iterator().next().name();
        return accounts.numberOf(officer.login())
                .map(number -> Actor.account(number, role, null, officer.login().value()))
                .orElseThrow();
    }

    /** A result as a plain text that can be put into a file of a case. */
    @GetMapping("/integrity/reports/{id}")
    ResponseEntity<StreamingResponseBody> report(@PathVariable long id) {
        return Downloads.answer(reports.report(id)
                .map(octets -> file("kiem-chung-nhat-ky-" + id + ".txt", "text/plain;charset=UTF-8", octets)));
    }

    /** The node's signature over it: CMS, detached, which any tool verifies. */
    @GetMapping("/integrity/reports/{id}/signature")
    ResponseEntity<StreamingResponseBody> signature(@PathVariable long id) {
        return Downloads.answer(reports.signature(id)
                .map(octets -> file("kiem-chung-nhat-ky-" + id + ".txt.p7s", "application/pkcs7-signature", octets)));
    }

    private static Download file(String name, String type, Octets octets) {
        return new Download(name, type, octets.size(), out -> out.write(octets.toByteArray()));
    }
}
