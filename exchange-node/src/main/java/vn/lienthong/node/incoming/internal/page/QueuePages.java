package vn.lienthong.node.incoming.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.CheckState;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Cursor;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Part;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Receiving;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Notice;

/** The lists of documents that arrived, and taking many in at once. */
@Controller
@InNodeRole
class QueuePages {

    private static final int ROWS = 50;
    private static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final List<Queue> TABS = List.of(
            Queue.WAITING, Queue.URGENT, Queue.PROBLEM, Queue.ACCEPTED, Queue.REGISTERED, Queue.REFUSED, Queue.ALL);

    private final DocumentLists lists;
    private final Reach reach;
    private final Receiving receiving;
    private final Presentation presentation;

    QueuePages(DocumentLists lists, Reach reach, Receiving receiving, Presentation presentation) {
        this.lists = lists;
        this.reach = reach;
        this.receiving = receiving;
        this.presentation = presentation;
    }

    @GetMapping("/incoming")
    String list(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "waiting") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String at,
            Locale language,
            Model model) {
        if (!Reach.seesAll(person)) {
            return "redirect:/tasks";
        }
        Queue queue = Queue.of(tab).orElse(Queue.WAITING);
        String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q.strip();
        Set<String> codes = reach.codes(person);
        Part part = lists.read(codes, queue, words, Cursor.read(at), ROWS);
        Cursor next = part.next();
        model.addAttribute("tabs", TABS);
        model.addAttribute("tab", queue);
        model.addAttribute("q", words);
        model.addAttribute(
                "lines",
                part.documents().stream()
                        .map(document -> presentation.line(document, language))
                        .toList());
        model.addAttribute("next", next == null ? null : address(queue, words, next.write()));
        model.addAttribute("first", at == null ? null : address(queue, words, null));
        model.addAttribute("clerk", Roles.isClerk(person));
        return "incoming/queue";
    }

    private static String address(Queue queue, String words, @Nullable String at) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/incoming").queryParam("tab", queue.slug());
        if (!words.isEmpty()) {
            address.queryParam("q", words);
        }
        return at == null
                ? address.encode().toUriString()
                : address.queryParam("at", at).encode().toUriString();
    }

    /** Takes in all that were chosen, if the checks of every one of them say that all is well. */
    @PostMapping("/incoming/accept-many")
    String acceptMany(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable List<String> chosen,
            RedirectAttributes redirect) {
        Roles.requireClerk(person);
        List<IncomingDocument> documents = new ArrayList<>();
        for (String line :
                chosen == null ? List.<String>of() : chosen.subList(0, Math.min(MOST_AT_ONCE, chosen.size()))) {
            seen(person, line).ifPresent(documents::add);
        }
        if (documents.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("incoming.many.none"));
            return "redirect:/incoming";
        }
        if (documents.stream().anyMatch(document -> document.check() != CheckState.GOOD)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("incoming.many.not-good"));
            return "redirect:/incoming";
        }
        long done = documents.stream()
                .map(document -> receiving.acceptAndRegister(person, document.id(), document.version()))
                .filter(Outcome.Done.class::isInstance)
                .count();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done == documents.size()
                        ? Notice.success("incoming.many.done", done)
                        : Notice.warning("incoming.many.some", done, documents.size()));
        return "redirect:/incoming";
    }

    /** The form sends key and version of what the clerk saw; who was overtaken takes nothing in. */
    private Optional<IncomingDocument> seen(Person person, String line) {
        Optional<Cursor> pair = Cursor.read(line);
        return pair.flatMap(seen -> reach.find(person, seen.queueKey()))
                .filter(document -> document.version() == pair.orElseThrow().id());
    }
}
