package vn.lienthong.node.officer.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.NodeFacts;
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
    private final NodeFacts facts;

    IntegrityPages(LogBook log, LogIdentity identity, VerificationJob job, AccountDirectory accounts, NodeFacts facts) {
        this.log = log;
        this.identity = identity;
        this.job = job;
        this.accounts = accounts;
        this.facts = facts;
    }

    @GetMapping(PATH)
    String integrity(Model model) {
        model.addAttribute("log", log.state(LogName.EVENTS));
        model.addAttribute("keys", identity.logKeys(LogName.EVENTS));
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

    /** The result as a plain text that can be put into a file of a case. */
    @GetMapping("/integrity/report")
    ResponseEntity<StreamingResponseBody> report() {
        Optional<Download> file = job.last()
                .flatMap(run -> Optional.ofNullable(run.verdict())
                        .map(verdict -> VerificationReport.text(facts, log.state(LogName.EVENTS), run, verdict)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(octets -> new Download(
                        "kiem-chung-nhat-ky.txt", "text/plain;charset=UTF-8", octets.length, out -> out.write(octets)));
        return Downloads.answer(file);
    }
}
