package vn.lienthong.node.web.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.ArrivedOverview;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.SentOverview;

/** One sent or arrived document, and the files to save from it. */
@Controller
class DocumentPages {
    private final Optional<SentOverview> sent;
    private final Optional<ArrivedOverview> arrived;

    DocumentPages(ObjectProvider<SentOverview> sent, ObjectProvider<ArrivedOverview> arrived) {
        this.sent = Optional.ofNullable(sent.getIfAvailable());
        this.arrived = Optional.ofNullable(arrived.getIfAvailable());
    }

    @GetMapping("/sent/{id}")
    String sent(@AuthenticationPrincipal Person person, @PathVariable UUID id, Model model) {
        model.addAttribute(
                "document", sent.flatMap(source -> source.document(person, id)).orElseThrow(NothingHereException::new));
        return "sent";
    }

    @GetMapping("/sent/{id}/evidence")
    ResponseEntity<StreamingResponseBody> evidence(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Downloads.answer(sent.flatMap(source -> source.evidence(person, id)));
    }

    @GetMapping("/sent/{id}/receipts/{recipient}")
    ResponseEntity<StreamingResponseBody> receipt(
            @AuthenticationPrincipal Person person, @PathVariable UUID id, @PathVariable String recipient) {
        return Downloads.answer(sent.flatMap(source -> source.receipt(person, id, recipient)));
    }

    @GetMapping("/arrived/{id}")
    String arrived(@AuthenticationPrincipal Person person, @PathVariable long id, Model model) {
        model.addAttribute(
                "document",
                arrived.flatMap(source -> source.document(person, id)).orElseThrow(NothingHereException::new));
        return "arrived";
    }

    @GetMapping("/arrived/{id}/files/{number}")
    ResponseEntity<StreamingResponseBody> file(
            @AuthenticationPrincipal Person person, @PathVariable long id, @PathVariable int number) {
        return Downloads.answer(arrived.flatMap(source -> source.file(person, id, number)));
    }

    @GetMapping("/arrived/{id}/package")
    ResponseEntity<StreamingResponseBody> signedPackage(@AuthenticationPrincipal Person person, @PathVariable long id) {
        return Downloads.answer(arrived.flatMap(source -> source.signedPackage(person, id)));
    }
}
