package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Cursor;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Registration;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.KeysetRows;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListExport.Column;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The lists of documents that arrived as Excel or CSV: the same lines as on the page, all of them. */
@Controller
@InNodeRole
class QueueExports {

    private static final int PART = 200;
    private static final int LONGEST_SEARCH = 200;
    private static final List<String> HEADINGS = List.of(
            "incoming.column.urgency",
            "home.column.number",
            "home.column.subject",
            "home.column.sender",
            "incoming.column.issued",
            "document.type",
            "home.column.arrived-at",
            "incoming.export.state",
            "incoming.export.arrival-number",
            "incoming.export.arrival-date",
            "incoming.due",
            "incoming.folder",
            "incoming.column.files");
    private static final List<Integer> WIDTHS = List.of(14, 24, 80, 40, 14, 20, 20, 22, 14, 14, 14, 40, 10);

    private final DocumentLists lists;
    private final Reach reach;
    private final Listings listings;
    private final MessageSource words;

    QueueExports(DocumentLists lists, Reach reach, Listings listings, MessageSource words) {
        this.lists = lists;
        this.reach = reach;
        this.listings = listings;
        this.words = words;
    }

    @PostMapping("/incoming/export")
    String export(
            @AuthenticationPrincipal Person person,
            @RequestParam ListFormat format,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            RedirectAttributes redirect) {
        if (!Reach.seesAll(person)) {
            throw new NothingHereException();
        }
        AgencyCode of = Reach.wholeAgencies(person).stream()
                .filter(code -> agency.isEmpty() || code.value().equals(agency))
                .min(AgencyCode::compareTo)
                .orElseThrow(NothingHereException::new);
        Queue queue = Queue.of(tab).orElse(Queue.WAITING);
        String asked = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q.strip();
        Optional<ListJob> job = listings.start(list(of, queue, asked, language), format, person);
        if (job.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("listing.busy"));
            return "redirect:/incoming?tab=" + queue.slug();
        }
        return "redirect:" + Listings.PATH + job.get().id();
    }

    private ListExport list(AgencyCode agency, Queue queue, String asked, Locale language) {
        Set<String> codes = reach.codes(List.of(agency));
        List<Column> columns = IntStream.range(0, HEADINGS.size())
                .mapToObj(index -> new Column(text(HEADINGS.get(index), language), WIDTHS.get(index)))
                .toList();
        String title = text("incoming.title", language) + " – " + text("incoming.tab." + queue.slug(), language);
        return new ListExport(
                title,
                "van-ban-den-" + queue.slug(),
                agency,
                columns,
                () -> new KeysetRows<Cursor>(after -> part(codes, queue, asked, after, language)));
    }

    private KeysetRows.Part<Cursor> part(
            Set<String> codes, Queue queue, String asked, Optional<Cursor> after, Locale language) {
        DocumentLists.Part part = lists.read(codes, queue, asked, after, PART);
        return new KeysetRows.Part<>(
                part.documents().stream()
                        .map(document -> row(document, language))
                        .toList(),
                part.next());
    }

    private List<Cell> row(IncomingDocument document, Locale language) {
        Registration place = document.registration();
        IncomingDocument.Facts facts = document.facts();
        return List.of(
                Cell.text(text("urgency." + facts.urgency(), language)),
                Cell.text(facts.code().display()),
                Cell.text(document.shownSubject()),
                Cell.text(facts.senderName()),
                Cell.day(facts.issuedOn()),
                Cell.text(facts.typeName()),
                Cell.moment(document.times().arrivedAt()),
                Cell.text(text("incoming.state." + document.state().slug(), language)),
                Cell.text(place == null ? null : place.number()),
                Cell.day(place == null ? null : place.arrivedOn()),
                Cell.day(document.times().dueOn()),
                Cell.text(document.folder().display()),
                Cell.count(facts.extent().files()));
    }

    private String text(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
