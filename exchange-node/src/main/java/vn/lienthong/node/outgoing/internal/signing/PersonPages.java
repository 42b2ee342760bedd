package vn.lienthong.node.outgoing.internal.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The second phase of a person's signature: by copying and pasting, or with files. */
@InNodeRole
@Controller
class PersonPages {

    private static final String PATH = "/outgoing/{id}/sign/person/{signing}";
    private static final int LONGEST_VALUE = 4096;

    private final Drafts drafts;
    private final PersonalSigning person;

    PersonPages(Drafts drafts, PersonalSigning person) {
        this.drafts = drafts;
        this.person = person;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal Person clerk, @PathVariable long id, @PathVariable String signing, Model model)
            throws IOException {
        PersonalSigning.Waiting waiting = waiting(drafts.edit(clerk, new OutgoingId(id)), signing);
        byte[] octets = waiting.prepared().toBeSigned();
        model.addAttribute("document", drafts.edit(clerk, new OutgoingId(id)));
        model.addAttribute("signing", waiting.id());
        model.addAttribute("octets", Base64.getEncoder().encodeToString(octets));
        model.addAttribute("digest", Sha256.of(octets).hex());
        return "outgoing/person";
    }

    private PersonalSigning.Waiting waiting(Outgoing document, String signing) throws IOException {
        Optional<SigningId> id = SigningId.parse(signing);
        Optional<PersonalSigning.Waiting> found = id.isEmpty() ? Optional.empty() : person.find(id.get());
        return found.filter(waiting -> waiting.document().equals(document.id())).orElseThrow(NothingHereException::new);
    }

    @GetMapping(PATH + "/octets")
    ResponseEntity<StreamingResponseBody> octets(
            @AuthenticationPrincipal Person clerk, @PathVariable long id, @PathVariable String signing)
            throws IOException {
        byte[] octets = waiting(drafts.edit(clerk, new OutgoingId(id)), signing)
                .prepared()
                .toBeSigned();
        return Downloads.answer(Optional.of(new Download(
                "can-ky-" + id + ".bin", "application/octet-stream", octets.length, out -> out.write(octets))));
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String complete(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @PathVariable String signing,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        SigningId name = waiting(document, signing).id();
        SignForm form = SignForm.read(request);
        byte[] file = form.octets("file");
        byte[] value = file.length == 0 ? decoded(form.text("value")) : file;
        boolean done = value.length > 0
                && value.length <= LONGEST_VALUE
                && person.complete(clerk.login().value(), document, name, value);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done ? Notice.success("outgoing.person.signed") : Notice.warning("outgoing.person.refused"));
        return "redirect:/outgoing/" + id + "/sign" + (done ? "" : "/person/" + name);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
