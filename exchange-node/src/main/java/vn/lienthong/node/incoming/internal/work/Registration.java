package vn.lienthong.node.incoming.internal.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Folder;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Times;
import vn.lienthong.node.incoming.internal.record.NewDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Source;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.web.DateText;

/** Giving documents their numbers in the incoming register, whether they came over the exchange or on paper. */
@Component
@InNodeRole
public class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final int LONGEST_PROGRESS = 300;

    private final Acts acts;
    private final Registers registers;
    private final DocumentRows rows;
    private final Telling telling;
    private final Reach reach;
    private final Calendars calendars;
    private final InstantSource clock;

    Registration(
            Acts acts,
            Registers registers,
            DocumentRows rows,
            Telling telling,
            Reach reach,
            Calendars calendars,
            InstantSource clock) {
        this.acts = acts;
        this.registers = registers;
        this.rows = rows;
        this.telling = telling;
        this.reach = reach;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Today in Vietnam. */
    public LocalDate today() {
        return WorkingCalendar.date(clock.instant());
    }

    /** The present, as it is written down. */
    Instant now() {
        return Timestamps.millis(clock.instant());
    }

    /** Registers an accepted document. */
    public Outcome register(Person clerk, long id, int version, RegisterOrder order) {
        return register(clerk, id, version, order, Function.identity());
    }

    /** Registers a paper whose facts may still be corrected. */
    public Outcome register(Person clerk, long id, int version, RegisterOrder order, Facts facts) {
        return register(clerk, id, version, order, locked -> rewritten(locked, facts));
    }

    private Outcome register(
            Person clerk,
            long id,
            int version,
            RegisterOrder order,
            Function<IncomingDocument, IncomingDocument> first) {
        return acts.run(() -> acts.with(
                clerk, id, version, IncomingAct.REGISTER, locked -> register(clerk, first.apply(locked), order)));
    }

    private IncomingDocument rewritten(IncomingDocument locked, Facts facts) {
        if (locked.origin().overAxis()) {
            return locked;
        }
        rows.rewrite(locked, facts);
        return acts.again(locked);
    }

    /** Notes a paper; it is registered at once when an order is given, else later. */
    public Outcome note(Person clerk, AgencyCode agency, Source source, Facts facts, Optional<RegisterOrder> order) {
        return acts.run(() -> {
            Instant now = Timestamps.millis(clock.instant());
            Urgency urgency = Urgency.ofLevel(facts.urgency()).orElse(Urgency.ORDINARY);
            Times times = new Times(now, null, calendars.clocks().presentBy(now, urgency), null);
            long id = rows.insert(new NewDocument(
                    agency,
                    source,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    IncomingState.ACCEPTED,
                    facts,
                    times));
            acts.begin(id, clerk, IncomingState.ACCEPTED);
            IncomingDocument noted = rows.lock(reach.codes(clerk), id).orElseThrow();
            return order.isPresent() ? register(clerk, noted, order.get()) : new Outcome.Done(noted);
        });
    }

    /** Registers a locked document, in the caller's transaction. */
    Outcome register(Person clerk, IncomingDocument locked, RegisterOrder order) {
        AgencyCode agency = agency(clerk, locked);
        IssueOrder wish = IssueOrder.next(agency, order.book(), facts(locked, order), reference(locked), clerk.login())
                .wishing(order.wish());
        return switch (registers.issue(wish)) {
            case NumberAnswer.Refused refused -> new Outcome.Refused("book", refused.key(), refused.arguments());
            case NumberAnswer.Issued(RegisterEntry entry, boolean _) -> {
                rows.registered(locked, place(entry), decided(order));
                IncomingDocument registered =
                        acts.move(acts.again(locked), Acts.doer(clerk), IncomingAct.REGISTER, entry.display());
                telling.registered(registered);
                yield new Outcome.Done(registered);
            }
        };
    }

    private static IncomingDocument.Registration place(RegisterEntry entry) {
        return new IncomingDocument.Registration(
                entry.book().value(), entry.id().value(), entry.display(), entry.enteredOn());
    }

    private static Map<String, @Nullable Object> decided(RegisterOrder order) {
        Map<String, @Nullable Object> decided = new LinkedHashMap<>();
        decided.put("type_name", order.type());
        decided.put("due_on", order.dueOn());
        decided.put("page_count", order.extra().pages());
        decided.put("copy_count", order.extra().copies());
        decided.put("paper", order.extra().paper());
        decided.put("field", order.extra().field());
        decided.put("file_code", order.extra().fileCode());
        decided.put("note", order.extra().note());
        return decided;
    }

    private static String reference(IncomingDocument document) {
        return "incoming:" + document.id();
    }

    private static EntryFacts.Incoming facts(IncomingDocument document, RegisterOrder order) {
        Facts facts = document.facts();
        return new EntryFacts.Incoming(
                order.arrivedOn(),
                author(facts),
                facts.code(),
                facts.issuedOn(),
                order.type(),
                facts.subject(),
                facts.signerName(),
                "",
                order.dueOn(),
                Urgency.ofLevel(facts.urgency()).orElse(Urgency.ORDINARY),
                facts.secrecy(),
                order.extra().note());
    }

    private static EntryFacts.Author author(Facts facts) {
        AgencyCode code =
                AgencyCode.check(facts.senderCode()) instanceof AgencyCodeCheck.Valid(AgencyCode valid) ? valid : null;
        return new EntryFacts.Author(code, facts.senderName());
    }

    /** The usual book, today, and what the document says. */
    public RegisterOrder usualOrder(Person clerk, IncomingDocument document) {
        Book book = registers.standardBook(agency(clerk, document), BookKind.INCOMING);
        return new RegisterOrder(
                book.id(),
                new NumberWish.Next(),
                today(),
                document.facts().typeName(),
                document.times().dueOn(),
                new RegisterOrder.Extra(
                        document.facts().extent().pages(),
                        document.facts().extent().copies(),
                        document.facts().extent().paper(),
                        "",
                        "",
                        ""));
    }

    /** The books in which the document can be registered. */
    public List<Book> books(AgencyCode agency) {
        return registers.books(agency, BookKind.INCOMING);
    }

    /** The names of types that the agency's bloc knows. */
    public List<String> types(AgencyCode agency) {
        return registers.types(agency).stream().map(type -> type.name()).toList();
    }

    /** Lines of the register that may be about the same document. */
    public List<RegisterEntry> duplicates(Person person, IncomingDocument document) {
        if (document.facts().code().display().isEmpty()) {
            return List.of();
        }
        return registers
                .duplicates(
                        agency(person, document),
                        BookKind.INCOMING,
                        author(document.facts()),
                        document.facts().code(),
                        document.facts().issuedOn())
                .stream()
                .filter(entry -> !reference(document).equals(entry.document()))
                .toList();
    }

    /** The present code of the person's agency whose document it is. */
    public AgencyCode agency(Person person, IncomingDocument document) {
        return person.agencies().stream()
                .filter(agency ->
                        reach.codes(List.of(agency)).contains(document.agency().value()))
                .findFirst()
                .orElse(document.agency());
    }

    /** Fills in the columns of the follow-up book, in the caller's transaction. */
    void followedUp(
            Person person, IncomingDocument document, @Nullable LocalDate dueOn, String progress, String reply) {
        var place = document.registration();
        if (place != null) {
            var answer = registers.followedUp(
                    agency(person, document),
                    new EntryId(place.entry()),
                    new RegisterEntry.FollowUp(dueOn, cut(progress), reply),
                    person.login());
            LOG.debug("the follow-up of record {} is {}", document.id(), answer);
        }
    }

    /** What is put away without having been handled is followed up by the words of that. */
    void filed(Person person, IncomingDocument locked, Folder folder) {
        if (locked.state() != IncomingState.DONE) {
            followedUp(
                    person,
                    locked,
                    locked.times().dueOn(),
                    "Lưu hồ sơ " + folder.display() + ", " + DateText.write(today()),
                    "");
        }
    }

    private static String cut(String words) {
        return words.length() > LONGEST_PROGRESS ? words.substring(0, LONGEST_PROGRESS) : words;
    }

    /** The line of a registered document in its book. */
    public Optional<RegisterEntry> entry(Person person, IncomingDocument document) {
        return Optional.ofNullable(document.registration())
                .flatMap(place -> registers.find(agency(person, document), new EntryId(place.entry())));
    }

    /** Who is asked when an entry is changed by this module. */
    void moved(IncomingDocument document, String receivers, LoginName by) {
        var place = document.registration();
        if (place != null) {
            var answer = registers.delivered(
                    document.agency(),
                    new EntryId(place.entry()),
                    new Registers.Delivery(receivers, today(), "", null),
                    -1,
                    by);
            Objects.requireNonNull(answer);
        }
    }
}
