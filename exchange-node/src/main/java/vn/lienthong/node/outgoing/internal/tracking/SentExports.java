package vn.lienthong.node.outgoing.internal.tracking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.KeysetRows;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListExport.Column;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingQuery;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The list of outgoing documents, and where sent ones are with one line for each recipient, as Excel or CSV. */
@InNodeRole
@Controller
class SentExports {

    private static final int PART = 100;
    private static final List<String> LIST = List.of(
            "code", "date", "subject", "type", "signer", "urgency", "state", "sent", "all", "arrived", "taken",
            "failed");
    private static final List<Integer> LIST_WIDTHS = List.of(24, 14, 80, 20, 28, 14, 22, 20, 10, 10, 12, 10);
    private static final List<String> TRACKING = List.of(
            "code",
            "subject",
            "recipient",
            "code-of",
            "state",
            "sent",
            "arrived.at",
            "taken.at",
            "number",
            "due",
            "late",
            "reminders");
    private static final List<Integer> TRACKING_WIDTHS = List.of(24, 60, 40, 20, 24, 20, 20, 20, 12, 14, 50, 12);

    private final OutgoingRows rows;
    private final SentReach reach;
    private final Listings listings;
    private final MessageSource words;

    SentExports(OutgoingRows rows, SentReach reach, Listings listings, MessageSource words) {
        this.rows = rows;
        this.reach = reach;
        this.listings = listings;
        this.words = words;
    }

    @PostMapping("/outgoing/export")
    String list(
            @AuthenticationPrincipal Person person,
            @RequestParam ListFormat format,
            @RequestParam Map<String, String> asked,
            Locale language,
            RedirectAttributes redirect) {
        AgencyCode of = agency(person, asked.getOrDefault("agency", ""));
        Set<OutgoingState> states =
                OutgoingState.of(asked.getOrDefault("state", "")).stream().collect(Collectors.toSet());
        boolean urgent = asked.getOrDefault("urgent", "").equals("yes");
        OutgoingQuery query = new OutgoingQuery(Set.of(of), states, urgent, asked.getOrDefault("q", ""));
        ListExport export = new ListExport(
                text("outgoing.title", language),
                "van-ban-di",
                of,
                columns(LIST, LIST_WIDTHS, language),
                () -> rows(query, document -> List.of(line(document, language))));
        return start(export, format, person, "/outgoing", redirect);
    }

    @PostMapping("/tracking/export")
    String tracking(
            @AuthenticationPrincipal Person person,
            @RequestParam ListFormat format,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            RedirectAttributes redirect) {
        AgencyCode of = agency(person, agency);
        OutgoingQuery query = new OutgoingQuery(Set.of(of), OutgoingState.left(), false, q);
        ListExport export = new ListExport(
                text("outgoing.tracking.title", language),
                "theo-doi-gui-nhan",
                of,
                columns(TRACKING, TRACKING_WIDTHS, language),
                () -> rows(
                        query,
                        document -> reach.rows(document).stream()
                                .map(row -> line(document, row, language))
                                .toList()));
        return start(export, format, person, "/tracking", redirect);
    }

    private static AgencyCode agency(Person person, String wished) {
        return person.agencies(Permission.READ_DOCUMENTS).stream()
                .filter(code -> wished.isEmpty() || code.value().equals(wished))
                .min(AgencyCode::compareTo)
                .orElseThrow(NothingHereException::new);
    }

    private String start(
            ListExport export, ListFormat format, Person person, String page, RedirectAttributes redirect) {
        Optional<ListJob> job = listings.start(export, format, person);
        if (job.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("listing.busy"));
            return "redirect:" + page;
        }
        return "redirect:" + Listings.PATH + job.get().id();
    }

    private KeysetRows<Long> rows(OutgoingQuery query, Function<Outgoing, List<List<Cell>>> lines) {
        return new KeysetRows<>(before -> {
            List<Outgoing> part = rows.list(query, before.orElse(Long.MAX_VALUE), PART);
            return new KeysetRows.Part<>(
                    part.stream()
                            .flatMap(document -> lines.apply(document).stream())
                            .toList(),
                    part.size() < PART ? null : part.getLast().id().value());
        });
    }

    private List<Cell> line(Outgoing document, Locale language) {
        SentReach.@Nullable Sum sum = reach.sum(document);
        return List.of(
                Cell.text(document.code()),
                Cell.day(document.issuedOn()),
                Cell.text(document.subject()),
                Cell.text(document.typed().line(Field.TYPE)),
                Cell.text(document.typed().line(Field.SIGNER)),
                Cell.text(text("outgoing.urgency." + document.urgency(), language)),
                Cell.text(text("outgoing.state." + document.state().slug(), language)),
                Cell.moment(document.release().sentAt()),
                Cell.count(sum == null ? document.recipients() : sum.all()),
                Cell.count(sum == null ? null : sum.arrived()),
                Cell.count(sum == null ? null : sum.taken()),
                Cell.count(sum == null ? null : sum.failed()));
    }

    private List<Cell> line(Outgoing document, Tracked row, Locale language) {
        Delay late = row.late();
        Standing standing = row.standing();
        return List.of(
                Cell.text(document.code()),
                Cell.text(document.subject()),
                Cell.text(row.name()),
                Cell.text(row.code().value()),
                Cell.text(state(row, language)),
                Cell.moment(row.times().get("sent")),
                Cell.moment(row.times().get("arrived")),
                Cell.moment(row.taken()),
                Cell.text(row.arrivalNumber()),
                Cell.day(row.due()),
                Cell.text(
                        late == null
                                ? null
                                : text("outgoing.late." + late.cause().slug(), language)),
                Cell.count(standing == null ? null : standing.reminders()));
    }

    private String state(Tracked row, Locale language) {
        Standing standing = row.standing();
        Known status = standing == null ? null : standing.status();
        if (status != null) {
            return text("statement.status." + status.code(), language);
        }
        return language.getLanguage().equals("en")
                ? row.leg().stage().english()
                : row.leg().stage().vietnamese();
    }

    private List<Column> columns(List<String> names, List<Integer> widths, Locale language) {
        return IntStream.range(0, names.size())
                .mapToObj(index -> new Column(text("outgoing.column." + names.get(index), language), widths.get(index)))
                .toList();
    }

    private String text(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
