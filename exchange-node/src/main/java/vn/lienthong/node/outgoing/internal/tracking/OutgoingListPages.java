package vn.lienthong.node.outgoing.internal.tracking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingQuery;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.recipients.AgencyFinder;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.SavedFilters;
import vn.lienthong.node.search.SavedPlace;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.WordSearch;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** The lists: all outgoing documents, and those that were sent with where they are. */
@InNodeRole
@Controller
class OutgoingListPages {

    private static final int ROWS = 30;

    private final OutgoingRows rows;
    private final Drafts drafts;
    private final SentReach reach;
    private final SavedFilters saved;
    private final WordSearch search;
    private final AgencyFinder finder;

    OutgoingListPages(
            OutgoingRows rows,
            Drafts drafts,
            SentReach reach,
            SavedFilters saved,
            WordSearch search,
            AgencyFinder finder) {
        this.finder = finder;
        this.search = search;
        this.saved = saved;
        this.rows = rows;
        this.drafts = drafts;
        this.reach = reach;
    }

    /**
     * A row of a list.
     *
     * @param document itself
     * @param reached how far it came; null before it left
     */
    record Line(Outgoing document, SentReach.@Nullable Sum reached) {

        /** Where its page is. */
        public String href() {
            return "/outgoing/" + document.id() + (document.state().isOpen() ? "/edit" : "");
        }
    }

    @GetMapping("/outgoing")
    String list(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String urgent,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Optional<OutgoingState> wanted = OutgoingState.of(state);
        OutgoingQuery query = new OutgoingQuery(
                agencies(person), wanted.stream().collect(Collectors.toSet()), urgent.equals("yes"), q);
        String link = "/outgoing?state=" + wanted.map(OutgoingState::slug).orElse("") + "&urgent="
                + (urgent.equals("yes") ? "yes" : "");
        show(model, person, query, before, link);
        boolean filtered = wanted.isPresent() || urgent.equals("yes") || !q.isBlank();
        model.addAttribute(
                SavedFilters.ATTRIBUTE,
                saved.box(person, SavedPlace.OUTGOING, filtered ? link + "&q=" + encoded(q) : null));
        model.addAttribute("state", wanted.map(OutgoingState::slug).orElse(""));
        model.addAttribute(
                "states",
                Arrays.stream(OutgoingState.values()).map(OutgoingState::slug).toList());
        model.addAttribute("urgent", urgent.equals("yes"));
        model.addAttribute("mayWrite", person.may(Permission.SEND_DOCUMENTS));
        model.addAttribute("agencies", finder.names(person.agencies(Permission.SEND_DOCUMENTS)));
        model.addAttribute("exported", agencies(person).stream().sorted().toList());
        return "outgoing/list";
    }

    @GetMapping("/tracking")
    String tracking(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        OutgoingQuery query = new OutgoingQuery(agencies(person), OutgoingState.left(), false, q);
        show(model, person, query, before, "/tracking?");
        model.addAttribute(
                SavedFilters.ATTRIBUTE,
                saved.box(person, SavedPlace.TRACKING, q.isBlank() ? null : "/tracking?q=" + encoded(q)));
        model.addAttribute("mayWrite", person.may(Permission.SEND_DOCUMENTS));
        model.addAttribute("agencies", agencies(person).stream().sorted().toList());
        return "outgoing/tracking";
    }

    private void show(Model model, Person person, OutgoingQuery query, String before, String link) {
        // Only a few are urgent, and the search does not know "any urgency".
        Page<Outgoing> part = query.words().isBlank() || query.urgentOnly()
                ? inOrder(query, before)
                : withWords(person, query, before);
        model.addAttribute(
                "lines",
                part.rows().stream()
                        .map(document -> new Line(document, reach.sum(document)))
                        .toList());
        String words = "&q=" + encoded(query.words());
        model.addAttribute("q", query.words());
        model.addAttribute("newest", before.isEmpty() ? null : link + words);
        model.addAttribute("older", part.next() == null ? null : link + words + "&before=" + part.next());
    }

    private Page<Outgoing> inOrder(OutgoingQuery query, String before) {
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Outgoing> found = rows.list(query, from, ROWS + 1);
        List<Outgoing> shown = found.subList(0, Math.min(ROWS, found.size()));
        return new Page<>(shown, found.size() > ROWS ? shown.getLast().id().toString() : null);
    }

    /** All documents are too many to be looked through. */
    private Page<Outgoing> withWords(Person person, OutgoingQuery query, String before) {
        Set<String> states = query.states().stream().map(OutgoingState::name).collect(Collectors.toSet());
        Page<Long> found =
                search.newest(person, SearchKind.OUTGOING, states, query.words(), new PageWish(before, ROWS));
        return new Page<>(rows.of(query.agencies(), found.rows()), found.next());
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Set<AgencyCode> agencies(Person person) {
        return person.agencies(Permission.READ_DOCUMENTS);
    }

    /** Begins a document; of which agency is asked only where there are several. */
    @PostMapping("/outgoing")
    String begin(@AuthenticationPrincipal Person clerk, @RequestParam(defaultValue = "") String agency) {
        AgencyCode code = AgencyCode.check(agency) instanceof AgencyCodeCheck.Valid(AgencyCode chosen)
                ? chosen
                : clerk.agencies(Permission.SEND_DOCUMENTS).stream()
                        .min(AgencyCode::compareTo)
                        .orElseThrow(() -> new AccessRefusedException(Refusal.Reason.FOREIGN_AGENCY));
        Typed typed = Typed.NOTHING
                .with(Field.DRAFTER, clerk.displayName())
                .with(Field.URGENCY, "0")
                .with(Field.SECRECY, Secrecy.ORDINARY.name().toUpperCase(Locale.ROOT));
        OutgoingId id = drafts.begin(clerk, code, typed);
        return "redirect:/outgoing/" + id + "/edit";
    }
}
