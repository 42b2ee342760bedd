package vn.lienthong.node.outgoing.internal.tracking;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.FileId;
import vn.lienthong.node.outgoing.internal.sending.Issuing;
import vn.lienthong.node.outgoing.internal.sending.Parts;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** One outgoing document: what it is, where each recipient stands, and its files. Every look is an event. */
@InNodeRole
@Controller
class OutgoingPages {

    private static final String PATH = "/outgoing/{id}";
    private static final int REFRESH_SECONDS = 30;

    private final Drafts drafts;
    private final Parts parts;
    private final History history;
    private final Issuing issuing;
    private final SentWords words;
    private final AuditTrail trail;
    private final InstantSource clock;

    OutgoingPages(
            Drafts drafts,
            Parts parts,
            History history,
            Issuing issuing,
            SentWords words,
            AuditTrail trail,
            InstantSource clock) {
        this.drafts = drafts;
        this.parts = parts;
        this.history = history;
        this.issuing = issuing;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String one(@AuthenticationPrincipal Person person, @PathVariable long id, Model model) {
        Outgoing document = drafts.read(person, new OutgoingId(id));
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .on(Drafts.object(document.id()))
                .with("agency", document.agency()));
        List<Tracked> rows = words.rows(document);
        Instant until = issuing.secondThoughtsUntil(document);
        boolean clerk = person.may(Permission.SEND_DOCUMENTS, document.agency());
        model.addAttribute("document", document);
        model.addAttribute("files", parts.files().of(document.id()));
        model.addAttribute("recipients", parts.recipients().of(document.id()));
        model.addAttribute("rows", rows);
        model.addAttribute("replacing", words.replacing(document, rows));
        model.addAttribute("steps", history.of(document.id()));
        model.addAttribute("mayWrite", clerk);
        model.addAttribute("undoUntil", clerk ? until : null);
        if (until != null) {
            long seconds = Duration.between(clock.instant(), until).toSeconds() + 1;
            model.addAttribute("undoSeconds", seconds);
            model.addAttribute("refreshSeconds", Math.min(seconds, REFRESH_SECONDS));
        } else if (document.state() == OutgoingState.NUMBERED) {
            model.addAttribute("refreshSeconds", 2);
        }
        return "outgoing/document";
    }

    @GetMapping(PATH + "/files/{file}")
    ResponseEntity<StreamingResponseBody> file(
            @AuthenticationPrincipal Person person, @PathVariable long id, @PathVariable String file) {
        Outgoing document = drafts.read(person, new OutgoingId(id));
        DraftFile found = FileId.parse(file)
                .flatMap(name -> parts.files().find(document.id(), name))
                .filter(DraftFile::complete)
                .orElseThrow(NothingHereException::new);
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_FILE)
                .on(Drafts.object(document.id()))
                .with("file", found.id()));
        return Downloads.answer(Optional.of(new Download(
                found.name(), found.type().mediaType(), found.size(), out -> {
                    try (InputStream in = parts.files().open(found)) {
                        long _ = in.transferTo(out);
                    }
                })));
    }
}
