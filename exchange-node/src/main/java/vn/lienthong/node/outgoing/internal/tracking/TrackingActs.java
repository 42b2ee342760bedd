package vn.lienthong.node.outgoing.internal.tracking;

import java.io.IOException;
import java.util.Optional;
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
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.sending.SendingAgain;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.ReceiptSource;

/** What a clerk does about one recipient: send once more, take the receipt. */
@InNodeRole
@Controller
class TrackingActs {

    private static final String PATH = "/outgoing/{id}";

    private final Drafts drafts;
    private final SentReach reach;
    private final SendingAgain again;
    private final ReceiptSource receipts;

    TrackingActs(Drafts drafts, SentReach reach, SendingAgain again, ReceiptSource receipts) {
        this.drafts = drafts;
        this.reach = reach;
        this.again = again;
        this.receipts = receipts;
    }

    private static AgencyCode code(String text) {
        return AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code) ? code : none();
    }

    private static AgencyCode none() {
        throw new NothingHereException();
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
        boolean sensible =
                reach.rows(document).stream().anyMatch(row -> row.code().equals(to) && row.resendable());
        boolean sent = sensible && again.send(clerk, document, to, before);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                sent
                        ? Notice.success("outgoing.again.done", to.value())
                        : Notice.warning("outgoing.again.not", to.value()));
        return "redirect:/outgoing/" + id;
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
