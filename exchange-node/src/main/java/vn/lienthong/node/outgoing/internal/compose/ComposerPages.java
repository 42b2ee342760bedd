package vn.lienthong.node.outgoing.internal.compose;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.SaveAnswer;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileAnswer;
import vn.lienthong.node.outgoing.internal.sending.Issuing;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.UploadForm;

/** The composer: one page, four steps. Every button keeps what was typed before it does anything else; none of them sends. */
@InNodeRole
@Controller
class ComposerPages {

    private static final String PAGE = "outgoing/compose";
    private static final String PATH = "/outgoing/{id}";
    private static final int LONGEST_SEARCH = 100;

    private final Drafts drafts;
    private final DraftFiles files;
    private final ComposerModel models;
    private final ComposerDeeds deeds;
    private final Issuing issuing;

    ComposerPages(Drafts drafts, DraftFiles files, ComposerModel models, ComposerDeeds deeds, Issuing issuing) {
        this.drafts = drafts;
        this.files = files;
        this.models = models;
        this.deeds = deeds;
        this.issuing = issuing;
    }

    @GetMapping(PATH + "/edit")
    String edit(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String ref,
            Model model) {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        if (!document.state().isOpen()) {
            return "redirect:/outgoing/" + id;
        }
        models.show(model, clerk, document, document.typed(), q);
        models.showEarlier(model, document, ref.length() > LONGEST_SEARCH ? ref.substring(0, LONGEST_SEARCH) : ref);
        return PAGE;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String save(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "do", defaultValue = "save") String wish,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(parameters);
        SaveAnswer answer = drafts.save(clerk, new OutgoingId(id), version(parameters), typed);
        return switch (answer) {
            case SaveAnswer.Saved(Outgoing document) -> after(clerk, document, Deed.of(wish), parameters, redirect);
            case SaveAnswer.Outdated(Outgoing other) -> {
                models.conflict(model, clerk, other, typed);
                yield PAGE;
            }
            case SaveAnswer.Closed(Outgoing document) -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("outgoing.closed", document.code()));
                yield "redirect:/outgoing/" + id;
            }
            case SaveAnswer.Secret() -> {
                models.secret(model, clerk, drafts.edit(clerk, new OutgoingId(id)), typed);
                yield PAGE;
            }
        };
    }

    private String after(
            Person clerk, Outgoing document, Deed deed, Map<String, String> parameters, RedirectAttributes redirect) {
        String page = "redirect:/outgoing/" + document.id();
        return switch (deed.verb()) {
            case "save" -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("outgoing.saved"));
                yield page + "/edit";
            }
            case "check" -> page + "/check";
            case "sign" -> page + "/sign";
            case "find-ref" -> {
                String question = URLEncoder.encode(parameters.getOrDefault("ref", ""), StandardCharsets.UTF_8);
                yield page + "/edit?ref=" + question + "#references";
            }
            case "find" -> {
                String question = URLEncoder.encode(parameters.getOrDefault("q", ""), StandardCharsets.UTF_8);
                yield page + "/edit?q=" + question + "#found";
            }
            default -> page + "/edit" + deeds.perform(clerk, document, deed, parameters);
        };
    }

    /** Keeps what was typed while it is being typed; answers the line under the title. */
    @PostMapping(PATH + "/autosave")
    String autosave(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Model model) {
        switch (drafts.save(clerk, new OutgoingId(id), version(parameters), Typed.of(parameters))) {
            case SaveAnswer.Saved(Outgoing document) -> model.addAttribute("document", document);
            case SaveAnswer.Outdated(Outgoing other) -> model.addAttribute("other", models.names(other));
            case SaveAnswer.Closed(Outgoing document) -> model.addAttribute("other", models.names(document));
            case SaveAnswer.Secret() -> model.addAttribute("secret", true);
        }
        return "outgoing/saved";
    }

    /** The same form with files in it, for browsers without scripts. */
    @PostMapping(path = PATH + "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        AtomicReference<Notice> told = new AtomicReference<>(Notice.warning("outgoing.file.none"));
        UploadForm.read(request, new UploadForm.Visitor() {
            @Override
            public void fields(Map<String, String> fields) {
                SaveAnswer answer = drafts.save(clerk, new OutgoingId(id), version(fields), Typed.of(fields));
                if (answer instanceof SaveAnswer.Secret) {
                    told.set(Notice.warning("outgoing.secret"));
                }
            }

            @Override
            public void file(String input, String fileName, InputStream content) throws IOException {
                told.set(add(clerk, new OutgoingId(id), input.equals("main-file"), fileName, content));
            }
        });
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told.get());
        return "redirect:/outgoing/" + id + "/edit#files";
    }

    private Notice add(Person clerk, OutgoingId id, boolean main, String name, InputStream content) throws IOException {
        Outgoing document = drafts.edit(clerk, id);
        try {
            FileAnswer answer = files.begin(clerk, document, name, 0, main);
            if (answer instanceof FileAnswer.Open(DraftFile file)) {
                answer = files.append(clerk, document, file, 0, content, true);
            }
            return switch (answer) {
                case FileAnswer.Refused(String reason, String refused) ->
                    Notice.warning("outgoing.file.refused." + reason, refused);
                case FileAnswer.Open _, FileAnswer.Complete _, FileAnswer.WrongPlace _ ->
                    Notice.success("outgoing.file.added", name);
            };
        } catch (NoRoomException full) {
            return Notice.warning("outgoing.file.refused.no-room", name);
        }
    }

    private static long version(Map<String, String> parameters) {
        @Nullable String version = parameters.get("version");
        return version != null && version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    @GetMapping(PATH + "/discard")
    String askDiscard(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        model.addAttribute("document", drafts.edit(clerk, new OutgoingId(id)));
        return "outgoing/discard";
    }

    @PostMapping(PATH + "/discard")
    String discard(@AuthenticationPrincipal Person clerk, @PathVariable long id, RedirectAttributes redirect) {
        boolean gone = issuing.discard(clerk, new OutgoingId(id));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, gone ? Notice.success("outgoing.discarded") : Notice.warning("outgoing.closed", ""));
        return gone ? "redirect:/outgoing" : "redirect:/outgoing/" + id;
    }
}
