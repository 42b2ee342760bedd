package vn.lienthong.node.outgoing.internal.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;

/**
 * Uploads in parts that can be taken up again: begun with POST, continued with PATCH at the offset that HEAD tells. Used by the
 * script of the composer; without scripts the form carries whole files.
 */
@InNodeRole
@Controller
class UploadPages {

    private static final String PATH = "/outgoing/{id}/uploads";
    private static final String OFFSET = "Upload-Offset";
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Drafts drafts;
    private final DraftFiles files;
    private final MessageSource words;

    UploadPages(Drafts drafts, DraftFiles files, MessageSource words) {
        this.drafts = drafts;
        this.files = files;
        this.words = words;
    }

    @PostMapping(PATH)
    ResponseEntity<String> begin(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam long size,
            @RequestParam boolean main,
            Locale language) {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        return answer(document, files.begin(clerk, document, name, size, main), language);
    }

    @RequestMapping(path = PATH + "/{file}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(
            @AuthenticationPrincipal Person clerk, @PathVariable long id, @PathVariable String file) {
        DraftFile found = find(drafts.edit(clerk, new OutgoingId(id)), file);
        return ResponseEntity.ok()
                .header(OFFSET, Long.toString(found.size()))
                .header("Upload-Length", Long.toString(found.expected()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @PatchMapping(PATH + "/{file}")
    ResponseEntity<String> part(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @PathVariable String file,
            @RequestHeader(OFFSET) long offset,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        try {
            return answer(
                    document,
                    files.append(clerk, document, find(document, file), offset, request.getInputStream(), false),
                    language);
        } catch (NoRoomException full) {
            return refused(HttpStatus.INSUFFICIENT_STORAGE, "no-room", "", language);
        }
    }

    private DraftFile find(Outgoing document, String file) {
        return FileId.parse(file)
                .flatMap(name -> files.find(document.id(), name))
                .orElseThrow(NothingHereException::new);
    }

    private ResponseEntity<String> answer(Outgoing document, FileAnswer answer, Locale language) {
        return switch (answer) {
            case FileAnswer.Open(DraftFile file) -> at(HttpStatus.CREATED, document, file);
            case FileAnswer.Complete(DraftFile file) -> at(HttpStatus.OK, document, file);
            case FileAnswer.WrongPlace(long size) ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .header(OFFSET, Long.toString(size))
                        .build();
            case FileAnswer.Refused(String reason, String name) ->
                refused(HttpStatus.UNPROCESSABLE_CONTENT, reason, name, language);
        };
    }

    private static ResponseEntity<String> at(HttpStatus status, Outgoing document, DraftFile file) {
        return ResponseEntity.status(status)
                .location(URI.create("/outgoing/" + document.id() + "/uploads/" + file.id()))
                .header(OFFSET, Long.toString(file.size()))
                .build();
    }

    private ResponseEntity<String> refused(HttpStatus status, String reason, String name, Locale language) {
        return ResponseEntity.status(status)
                .contentType(TEXT)
                .body(words.getMessage("outgoing.file.refused." + reason, new Object[] {name}, language));
    }
}
