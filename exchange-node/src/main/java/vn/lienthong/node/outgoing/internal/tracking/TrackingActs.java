package vn.lienthong.node.outgoing.internal.tracking;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.sending.SendingAgain;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.ReceiptSource;

/** What a clerk does about one recipient: remind, send once more, take the receipt. */
@InNodeRole
@Controller
class TrackingActs {

    private static final String PATH = "/outgoing/{id}";

    private final Drafts drafts;
    private final SentReach reach;
    private final SenderActs acts;
    private final SendingAgain again;
    private final ReceiptSource receipts;
    private final History history;

    TrackingActs(
            Drafts drafts,
            SentReach reach,
            SenderActs acts,
            SendingAgain again,
            ReceiptSource receipts,
            History history) {
        this.drafts = drafts;
        this.reach = reach;
        this.acts = acts;
        this.again = again;
        this.receipts = receipts;
        this.history = history;
    }

    private static AgencyCode code(String text) {
        return AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code) ? code : none();
    }

    private static AgencyCode none() {
        throw new NothingHereException();
    }

    @PostMapping(PATH + "/remind")
    String remind(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam String recipient,
            RedirectAttributes redirect) {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        AgencyCode to = code(recipient);
        ParcelId parcel = reach.parcel(document, to).orElseThrow(NothingHereException::new);
        SenderAnswer answer =
                acts.remind(new SenderAct(parcel, Set.of(document.agency()), Set.of(to), StatementWords.NONE, null));
        Notice told = told(answer, to);
        if (told.kind() == Notice.Kind.SUCCESS) {
            history.note(document.id(), clerk.login().value(), History.Deed.REMINDED, to.value());
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told);
        return "redirect:/outgoing/" + id;
    }

    private static Notice told(SenderAnswer answer, AgencyCode to) {
        SenderAnswer.Result result = answer instanceof SenderAnswer.Done done
                ? done.results().getOrDefault(to, SenderAnswer.Result.NOT_POSSIBLE)
                : SenderAnswer.Result.NOT_POSSIBLE;
        return switch (result) {
            case SENT, REPEATED -> Notice.success("outgoing.remind.done", to.value());
            case TOO_SOON -> Notice.warning("outgoing.remind.soon", to.value());
            case ENDED, STOPPED, NOT_POSSIBLE -> Notice.warning("outgoing.remind.not", to.value());
        };
    }

    @PostMapping(PATH + "/again")
    String again(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam String recipient,
            RedirectAttributes redirect)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        AgencyCode to = code(recipient);
        ParcelId before = reach.parcel(document, to).orElseThrow(NothingHereException::new);
        boolean sensible = !document.byProgram()
                && reach.rows(document).stream().anyMatch(row -> row.code().equals(to) && row.resendable());
        boolean sent = sensible && again.send(clerk, document, to, before);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                sent
                        ? Notice.success("outgoing.again.done", to.value())
                        : Notice.warning("outgoing.again.not", to.value()));
        return "redirect:/outgoing/" + id;
    }

    /** All evidence about the parcel in which the document left first. */
    @GetMapping(PATH + "/evidence")
    ResponseEntity<StreamingResponseBody> evidence(@AuthenticationPrincipal Person person, @PathVariable long id) {
        Outgoing document = drafts.read(person, new OutgoingId(id));
        return Downloads.answer(Optional.ofNullable(document.release().parcelId())
                .flatMap(name -> receipts.dossier(document.agency(), name.value())));
    }

    @GetMapping(PATH + "/receipts/{recipient}")
    ResponseEntity<StreamingResponseBody> receipt(
            @AuthenticationPrincipal Person person, @PathVariable long id, @PathVariable String recipient) {
        Outgoing document = drafts.read(person, new OutgoingId(id));
        AgencyCode to = code(recipient);
        Optional<ParcelId> parcel = reach.parcel(document, to);
        return Downloads.answer(parcel.flatMap(name -> receipts.receipt(document.agency(), name.value(), to)));
    }
}
