package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Cursor;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Part;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.SavedFilters;
import vn.lienthong.node.search.SavedPlace;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.WordSearch;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** The lists of documents that arrived. */
@Controller
@InNodeRole
class QueuePages {

    private static final int ROWS = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final List<Queue> TABS = List.of(
            Queue.WAITING,
            Queue.URGENT,
            Queue.PROBLEM,
            Queue.ACCEPTED,
            Queue.REGISTERED,
            Queue.FILED,
            Queue.REFUSED,
            Queue.ALL);

    private final DocumentLists lists;
    private final Reach reach;
    private final RoutingModel parties;
    private final Presentation presentation;
    private final SavedFilters saved;
    private final WordSearch search;

    QueuePages(
            DocumentLists lists,
            Reach reach,
            RoutingModel parties,
            Presentation presentation,
            SavedFilters saved,
            WordSearch search) {
        this.search = search;
        this.saved = saved;
        this.lists = lists;
        this.reach = reach;
        this.parties = parties;
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
        Page<IncomingDocument> part = queue == Queue.ALL && !words.isEmpty()
                ? withWords(person, words, at)
                : inQueue(person, queue, words, at);
        String next = part.next();
        model.addAttribute("tabs", TABS);
        model.addAttribute("tab", queue);
        model.addAttribute("q", words);
        model.addAttribute(
                "lines",
                part.rows().stream()
                        .map(document -> presentation.line(document, language))
                        .toList());
        model.addAttribute("next", next == null ? null : address(queue, words, next));
        model.addAttribute("first", at == null ? null : address(queue, words, null));
        model.addAttribute("clerk", Roles.isClerk(person));
        model.addAttribute(
                SavedFilters.ATTRIBUTE,
                saved.box(person, SavedPlace.INCOMING, words.isEmpty() ? null : address(queue, words, null)));
        model.addAttribute(
                "agencies", Reach.wholeAgencies(person).stream().sorted().toList());
        if (queue == Queue.REGISTERED && Roles.isClerk(person)) {
            parties.showAll(person, model);
        }
        return "incoming/queue";
    }

    private Page<IncomingDocument> inQueue(Person person, Queue queue, String words, @Nullable String at) {
        Part part = lists.read(reach.wholeCodes(person), queue, words, Cursor.read(at), ROWS);
        Cursor next = part.next();
        return new Page<>(part.documents(), next == null ? null : next.write());
    }

    /** All documents are too many to be looked through. */
    private Page<IncomingDocument> withWords(Person person, String words, @Nullable String at) {
        Page<Long> found = search.newest(person, SearchKind.INCOMING, Set.of(), words, new PageWish(at, ROWS));
        return new Page<>(lists.of(reach.wholeCodes(person), found.rows()), found.next());
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
}
