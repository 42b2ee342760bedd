package vn.lienthong.node.outgoing.internal.sending;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;

/** The registers as the composer needs them: which book, which number, and the number itself. */
@InNodeRole
@Component
public class OutgoingNumbering {

    private static final int PLACES = 4000;

    private final Registers registers;
    private final RecipientLines recipients;
    private final InstantSource clock;

    OutgoingNumbering(Registers registers, RecipientLines recipients, InstantSource clock) {
        this.registers = registers;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** The books to choose from. */
    public List<Choice> books(AgencyCode agency) {
        LocalDate today = today();
        return registers.books(agency, BookKind.OUTGOING).stream()
                .filter(book -> book.takesEntriesOn(today))
                .map(book -> Choice.literal(book.id().toString(), book.title()))
                .toList();
    }

    /** The types of documents of the agency's bloc. */
    public List<String> types(AgencyCode agency) {
        return registers.types(agency).stream().map(ListedType::name).toList();
    }

    /** The number that would come next; empty as long as too little is known, or the document has one. */
    public Optional<String> expected(Outgoing document, Typed typed) {
        if (!document.number().isEmpty()
                || typed.ticked(Field.NUMBERED)
                || typed.get(Field.TYPE).isEmpty()) {
            return Optional.empty();
        }
        return registers
                .preview(document.agency(), book(document.agency(), typed), facts(document, typed))
                .map(code -> code.display());
    }

    /**
     * Numbers a document in the transaction of the caller. The same document gets its number once.
     *
     * @return the entry, or why there is none
     */
    public NumberAnswer issue(Outgoing document, LoginName clerk) {
        Typed typed = document.typed();
        IssueOrder next = IssueOrder.next(
                document.agency(),
                book(document.agency(), typed),
                facts(document, typed),
                reference(document.id()),
                clerk);
        return registers.issue(given(typed)
                .<IssueOrder>map(number -> next.wishing(new NumberWish.Given(number)))
                .orElse(next));
    }

    /** Marks the number of a document that will never be sent as cancelled, in the transaction of the caller. */
    public void cancel(Outgoing document, String reason, LoginName clerk) {
        registers
                .ofDocument(document.agency(), BookKind.OUTGOING, reference(document.id()))
                .ifPresent(entry -> {
                    var _ = registers.cancel(document.agency(), entry.id(), reason, clerk);
                });
    }

    /** Lines of the register that seem to be about the same document. */
    public List<RegisterEntry> duplicates(Outgoing document) {
        String own = reference(document.id());
        return given(document.typed()).isEmpty()
                ? List.of()
                : registers
                        .duplicates(
                                document.agency(),
                                BookKind.OUTGOING,
                                null,
                                new DocumentCode(
                                        document.typed().line(Field.NUMBER),
                                        document.typed().line(Field.NOTATION)),
                                issuedOn(document.typed()))
                        .stream()
                        .filter(entry -> !own.equals(entry.document()))
                        .toList();
    }

    private static String reference(OutgoingId id) {
        return "outgoing:" + id;
    }

    /** The number that was given elsewhere; empty for one that is given here. */
    public static Optional<Integer> given(Typed typed) {
        String number = typed.line(Field.NUMBER);
        return typed.ticked(Field.NUMBERED) && number.matches("[0-9]{1,7}")
                ? Optional.of(Integer.parseInt(number))
                : Optional.empty();
    }

    private BookId book(AgencyCode agency, Typed typed) {
        String chosen = typed.get(Field.BOOK);
        return chosen.matches("[0-9]{1,18}")
                ? new BookId(Long.parseLong(chosen))
                : registers.standardBook(agency, BookKind.OUTGOING).id();
    }

    /** The day of issue: as typed, else today. */
    public LocalDate issuedOn(Typed typed) {
        LocalDate today = today();
        return DateText.date(typed.line(Field.ISSUED), today).orElse(today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DateText.HANOI);
    }

    private EntryFacts.Outgoing facts(Outgoing document, Typed typed) {
        String places =
                recipients.of(document.id()).stream().map(Recipient::label).collect(Collectors.joining("; "));
        String copies = typed.line(Field.COPIES);
        return new EntryFacts.Outgoing(
                issuedOn(typed),
                typed.line(Field.TYPE),
                unit(typed),
                typed.get(Field.SUBJECT),
                typed.line(Field.SIGNER),
                places.length() > PLACES ? places.substring(0, PLACES) : places,
                "",
                copies.matches("[0-9]{1,4}") ? Integer.valueOf(copies) : null,
                Urgency.ofLevel(document.urgency()).orElse(Urgency.ORDINARY),
                Secrecy.ORDINARY,
                typed.get(Field.NOTE));
    }

    /** The part of a letter's notation behind the last dash, as in {@code UBND-VX}. */
    private static String unit(Typed typed) {
        String notation = typed.line(Field.NOTATION);
        int dash = notation.lastIndexOf('-');
        String unit = dash < 0 ? "" : notation.substring(dash + 1);
        return typed.line(Field.TYPE).equals("Công văn") && unit.length() <= 20 ? unit : "";
    }
}
