package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Scans;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.UploadForm;

/** Adding scanned files to papers, and taking them off. */
@Controller
@InNodeRole
class ScanPages {

    private final Reach reach;
    private final Scans scans;

    ScanPages(Reach reach, Scans scans) {
        this.reach = reach;
        this.scans = scans;
    }

    @PostMapping(path = "/incoming/{id}/scans", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        AtomicReference<Notice> told = new AtomicReference<>(Notice.warning("incoming.scan.none"));
        UploadForm.read(request, new UploadForm.Visitor() {
            @Override
            public void fields(Map<String, String> fields) {
                // The form has nothing but files.
            }

            @Override
            public void file(String input, String fileName, InputStream content) throws IOException {
                told.set(told(scans.add(clerk, document, fileName, content), fileName));
            }
        });
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told.get());
        return "redirect:/incoming/" + id;
    }

    private static Notice told(Outcome outcome, String name) {
        return switch (outcome) {
            case Outcome.Done _ -> Notice.success("incoming.scan.added", name);
            case Outcome.Refused refused ->
                Notice.warning(refused.key(), refused.arguments().toArray());
            case Outcome.Overtaken _, Outcome.Busy _, Outcome.Absent _ ->
                Notice.warning("incoming.scan.refused.closed", name);
        };
    }

    @PostMapping("/incoming/{id}/scans/remove")
    String remove(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String file,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        PayloadId payload = payload(file).orElseThrow(NothingHereException::new);
        if (!(scans.remove(clerk, document, payload) instanceof Outcome.Done)) {
            throw new NothingHereException();
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.scan.removed"));
        return "redirect:/incoming/" + id;
    }

    private static Optional<PayloadId> payload(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new PayloadId(UUID.fromString(text)))
                : Optional.empty();
    }

    private IncomingDocument document(Person clerk, long id) {
        return reach.findAs(Role.CLERK, clerk, id).orElseThrow(NothingHereException::new);
    }
}
