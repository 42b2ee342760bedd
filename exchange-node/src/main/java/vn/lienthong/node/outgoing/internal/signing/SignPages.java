package vn.lienthong.node.outgoing.internal.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.crypto.pdf.PngImage;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Where the main file is signed: first by a person whose key is elsewhere, then with the agency's key. */
@InNodeRole
@Controller
class SignPages {

    private static final String PATH = "/outgoing/{id}/sign";
    private static final double WIDEST_SEAL = 60;

    private final Drafts drafts;
    private final DraftFiles files;
    private final AgencySigning agency;
    private final PersonalSigning person;
    private final Placing placing;
    private final Seals seals;

    SignPages(
            Drafts drafts,
            DraftFiles files,
            AgencySigning agency,
            PersonalSigning person,
            Placing placing,
            Seals seals) {
        this.drafts = drafts;
        this.files = files;
        this.agency = agency;
        this.person = person;
        this.placing = placing;
        this.seals = seals;
    }

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Model model)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        Optional<DraftFile> main = main(document);
        if (!document.state().isOpen() || main.isEmpty()) {
            return "redirect:/outgoing/" + id;
        }
        model.addAttribute("document", document);
        model.addAttribute("file", main.get());
        model.addAttribute("check", FileCheck.read(main.get().signatures()));
        model.addAttribute(
                "spot", placing.spot(document, main.get(), parameters).orElse(null));
        model.addAttribute("hasSeal", seals.of(document.agency()).isPresent());
        return "outgoing/sign";
    }

    private Optional<DraftFile> main(Outgoing document) {
        return files.of(document.id()).stream()
                .filter(file -> file.main() && file.complete())
                .findFirst();
    }

    private DraftFile signable(Outgoing document) {
        if (!document.state().isOpen()) {
            throw new NothingHereException();
        }
        return main(document).orElseThrow(NothingHereException::new);
    }

    @PostMapping(path = PATH + "/agency")
    String sign(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        DraftFile main = signable(document);
        boolean alone = parameters.getOrDefault("alone", "").equals("yes");
        if (!FileCheck.read(main.signatures()).signedByPerson() && !alone) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("outgoing.sign.person-first"));
            return "redirect:/outgoing/" + id + "/sign";
        }
        Optional<Seals.Seal> seal = seals.of(document.agency());
        Optional<Placing.Spot> spot = placing.spot(document, main, parameters);
        AgencySigning.Outcome outcome = spot.isEmpty()
                ? AgencySigning.Outcome.UNABLE
                : agency.sign(clerk, document, main, spot.get().room(), seal.orElse(null));
        String key = "outgoing.sign." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean done = outcome == AgencySigning.Outcome.SIGNED;
        redirect.addFlashAttribute(Notice.ATTRIBUTE, done ? Notice.success(key) : Notice.warning(key));
        return "redirect:/outgoing/" + id + (done ? "/edit#files" : "/sign");
    }

    /** Keeps the picture of the agency's seal. */
    @PostMapping(path = PATH + "/seal", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String seal(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        SignForm form = SignForm.read(request);
        Optional<PngImage> image = form.image("seal");
        String width = form.text("millimetres").replace(',', '.');
        boolean sized = width.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")
                && Double.parseDouble(width) > 0
                && Double.parseDouble(width) <= WIDEST_SEAL;
        if (image.isPresent() && sized) {
            seals.keep(clerk, document.agency(), new Seals.Seal(image.get(), Double.parseDouble(width)));
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                image.isPresent() && sized
                        ? Notice.success("outgoing.seal.kept")
                        : Notice.warning("outgoing.seal.refused"));
        return "redirect:/outgoing/" + id + "/sign";
    }

    /** First phase of a person's signature: the certificate comes, the octets to be signed go out. */
    @PostMapping(path = PATH + "/person", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String begin(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        DraftFile main = signable(document);
        SignForm form = SignForm.read(request);
        byte[] file = form.octets("certificate");
        List<X509Certificate> chain = SignForm.certificates(file.length == 0 ? form.octets("pem") : file);
        Map<String, String> at = Map.of("page", form.text("page"), "x", form.text("x"), "y", form.text("y"));
        Optional<Placing.Spot> spot = placing.spot(document, main, at);
        Optional<SigningId> begun = chain.isEmpty() || spot.isEmpty()
                ? Optional.empty()
                : person.begin(
                        clerk.login().value(),
                        document,
                        main,
                        spot.get().room(),
                        form.image("picture").orElse(null),
                        chain);
        if (begun.isEmpty()) {
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.warning(chain.isEmpty() ? "outgoing.person.certificate" : "outgoing.sign.unable"));
            return "redirect:/outgoing/" + id + "/sign";
        }
        return "redirect:/outgoing/" + id + "/sign/person/" + begun.get();
    }
}
