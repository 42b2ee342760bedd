package vn.lienthong.node.outgoing.internal.tracking;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.ReceiptSource;

/** One recipient of a sent document: where it stands, why it is late, and all that was stated. */
@InNodeRole
@Controller
class RecipientPages {

    private final Drafts drafts;
    private final SentWords words;
    private final ReceiptSource receipts;
    private final AuditTrail trail;

    RecipientPages(Drafts drafts, SentWords words, ReceiptSource receipts, AuditTrail trail) {
        this.drafts = drafts;
        this.words = words;
        this.receipts = receipts;
        this.trail = trail;
    }

    @GetMapping("/outgoing/{id}/recipients/{recipient}")
    String recipient(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @PathVariable String recipient,
            Model model) {
        Outgoing document = drafts.read(person, new OutgoingId(id));
        Tracked row = words.rows(document).stream()
                .filter(one -> one.code().value().equals(recipient))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .on(Drafts.object(document.id()))
                .with("agency", document.agency()));
        model.addAttribute("document", document);
        model.addAttribute("row", row);
        model.addAttribute("late", row.late());
        model.addAttribute(
                "receipt", receipts.standing(document.agency(), row.parcelId().value(), row.code()));
        model.addAttribute("said", words.said(row));
        model.addAttribute("mayWrite", person.may(Permission.SEND_DOCUMENTS, document.agency()));
        return "outgoing/recipient";
    }
}
