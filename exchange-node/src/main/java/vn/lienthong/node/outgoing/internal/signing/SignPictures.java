package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.PdfPagePictures;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;

/** The page under the place of a signature as a picture, drawn from the decrypted file and never written down. Looking is an event. */
@InNodeRole
@Controller
class SignPictures {

    private static final int WIDTH = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Drafts drafts;
    private final DraftFiles files;
    private final AuditTrail trail;
    private final PdfPagePictures pictures;

    SignPictures(Drafts drafts, DraftFiles files, AuditTrail trail, InstantSource clock) {
        this.drafts = drafts;
        this.files = files;
        this.trail = trail;
        this.pictures = new PdfPagePictures(PdfInspectionLimits.STANDARD, clock);
    }

    @GetMapping("/outgoing/{id}/sign/pages/{page}")
    ResponseEntity<byte[]> page(@AuthenticationPrincipal Person clerk, @PathVariable long id, @PathVariable int page)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        DraftFile main = files.of(document.id()).stream()
                .filter(file -> file.main() && file.complete())
                .findFirst()
                .orElseThrow(NothingHereException::new);
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .on(Drafts.object(document.id()))
                .with("file", main.id())
                .with("page", page));
        return switch (pictures.draw(files.octets(main), page, WIDTH, PATIENCE)) {
            case PagePicture.Drawn drawn ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(drawn.mediaType()))
                        .header("Cache-Control", "no-store")
                        .body(drawn.octets());
            case PagePicture.Refused _ -> throw new NothingHereException();
        };
    }
}
