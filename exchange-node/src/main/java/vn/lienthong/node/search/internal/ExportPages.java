package vn.lienthong.node.search.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListExport.Column;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.internal.Finder.Answer;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What was found, as Excel or CSV. */
@Controller
@InNodeRole
class ExportPages {

    private static final int PART = 500;
    private static final int MOST = 100_000;

    private final Finder finder;
    private final Listings listings;
    private final MessageSource messages;

    ExportPages(Finder finder, Listings listings, MessageSource messages) {
        this.finder = finder;
        this.listings = listings;
        this.messages = messages;
    }

    @PostMapping("/search/export")
    RedirectView export(
            @AuthenticationPrincipal Person person,
            @RequestParam ListFormat format,
            @RequestParam Map<String, String> parameters,
            Locale language,
            RedirectAttributes redirect) {
        SearchForm form = SearchForm.of(parameters);
        // Without any condition nothing was found that could be taken along.
        Wanted wanted = form.wanted(finder.today(), new FormFaults())
                .filter(one -> !one.isEmpty())
                .orElseThrow(NothingHereException::new);
        AgencyCode agency = person.agencies(Permission.READ_DOCUMENTS).stream()
                .min(AgencyCode::compareTo)
                .orElseThrow(NothingHereException::new);
        ListExport list = new ListExport(
                text("search.title", language),
                "tra-cuu",
                agency,
                columns(language),
                () -> new Cells(person, wanted, language));
        Optional<ListJob> job = listings.start(list, format, person);
        if (job.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("listing.busy"));
        }
        RedirectView view = new RedirectView(
                job.map(started -> Listings.PATH + started.id()).orElseGet(() -> form.link("all", "yes")));
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private List<Column> columns(Locale language) {
        return List.of(
                new Column(text("search.column.kind", language), 14),
                new Column(text("search.field.code", language), 20),
                new Column(text("search.field.own", language), 10),
                new Column(text("search.column.issued", language), 12),
                new Column(text("search.field.type", language), 16),
                new Column(text("search.field.subject", language), 60),
                new Column(text("search.field.party", language), 40),
                new Column(text("search.field.signer", language), 24),
                new Column(text("search.field.urgency", language), 12),
                new Column(text("search.column.state", language), 20),
                new Column(text("search.column.at", language), 18));
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, new Object[0], language);
    }

    private List<Cell> cells(Found found, Locale language) {
        Found.Facts facts = found.facts();
        return List.of(
                Cell.text(text("search.kind." + found.kind().slug(), language)),
                Cell.text(facts.code()),
                Cell.text(facts.ownNumber()),
                Cell.day(facts.issuedOn()),
                Cell.text(facts.type()),
                Cell.text(facts.subject()),
                Cell.text(facts.party()),
                Cell.text(facts.signer()),
                Cell.text(Urgency.ofLevel(facts.urgency())
                        .map(Urgency::vietnamese)
                        .orElse("")),
                Cell.text(text(found.state().label(), language)),
                Cell.moment(found.at()));
    }

    /** All that was found, part by part. */
    private final class Cells implements Iterator<List<Cell>> {
        private final Person person;
        private final Wanted wanted;
        private final Locale language;
        private Iterator<Found> part;
        private @Nullable Place next;
        private int given;

        Cells(Person person, Wanted wanted, Locale language) {
            this.person = person;
            this.wanted = wanted;
            this.language = language;
            Answer first = finder.find(person, wanted, Optional.empty(), PART);
            this.part = Stream.concat(first.numbered().stream(), first.rows().stream())
                    .iterator();
            this.next = first.next();
        }

        @Override
        public boolean hasNext() {
            while (!part.hasNext() && next != null) {
                Answer answer = finder.find(person, wanted, Optional.of(next), PART);
                part = answer.rows().iterator();
                next = answer.next();
            }
            return given < MOST && part.hasNext();
        }

        @Override
        public List<Cell> next() {
            given++;
            return cells(part.next(), language);
        }
    }
}
