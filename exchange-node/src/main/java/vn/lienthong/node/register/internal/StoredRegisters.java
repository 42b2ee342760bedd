package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.ChangeAnswer;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.HistoryLine;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** The books in the database. */
@InNodeRole
@Component
class StoredRegisters implements Registers {
    private static final int LONGEST_REASON = 500;

    private final BookShelf shelf;
    private final BookTable books;
    private final Numbering numbering;
    private final EntryTable entries;
    private final EntryListing listing;
    private final HistoryTable history;
    private final RegisterEvents events;

    StoredRegisters(
            BookShelf shelf,
            BookTable books,
            Numbering numbering,
            EntryTable entries,
            EntryListing listing,
            HistoryTable history,
            RegisterEvents events) {
        this.shelf = shelf;
        this.books = books;
        this.numbering = numbering;
        this.entries = entries;
        this.listing = listing;
        this.history = history;
        this.events = events;
    }

    @Override
    public List<Book> books(AgencyCode agency, BookKind kind) {
        return shelf.of(agency, kind);
    }

    @Override
    public Book standardBook(AgencyCode agency, BookKind kind) {
        return books(agency, kind).getFirst();
    }

    @Override
    public Optional<Book> book(AgencyCode agency, BookId id) {
        return books.find(agency, id);
    }

    @Override
    public List<ListedType> types(AgencyCode agency) {
        return shelf.types(agency);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public NumberAnswer issue(IssueOrder order) {
        return numbering.issue(order);
    }

    @Override
    public Optional<IssuedCode> preview(AgencyCode agency, BookId book, EntryFacts facts) {
        return book(agency, book).flatMap(found -> numbering.preview(found, facts));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ChangeAnswer cancel(AgencyCode agency, EntryId id, String reason, LoginName by) {
        String why = BoundedText.lines("reason", reason.strip(), 1, LONGEST_REASON);
        Optional<RegisterEntry> found = entries.lock(agency, id);
        if (found.isEmpty()) {
            return new ChangeAnswer.Unknown();
        }
        if (found.get().cancelled() != null) {
            return new ChangeAnswer.Cancelled(found.get());
        }
        entries.cancel(id, why, by);
        RegisterEntry now = entries.find(agency, id).orElseThrow();
        history.note(now.book(), id, HistoryLine.Act.CANCEL, by.value(), now.display() + ": " + why);
        books.find(agency, now.book()).ifPresent(book -> events.number(EventKind.REGISTER_CANCEL, book, now));
        return new ChangeAnswer.Done(now);
    }

    @Override
    public Optional<RegisterEntry> find(AgencyCode agency, EntryId entry) {
        return entries.find(agency, entry);
    }

    @Override
    public Optional<RegisterEntry> ofDocument(AgencyCode agency, BookKind kind, String document) {
        return entries.ofDocument(agency, kind, document);
    }

    @Override
    public List<RegisterEntry> duplicates(
            AgencyCode agency,
            BookKind kind,
            EntryFacts.@Nullable Author author,
            DocumentCode code,
            @Nullable LocalDate issuedOn) {
        boolean unnumbered = code.number().isEmpty() && code.notation().isEmpty();
        return unnumbered ? List.of() : listing.alike(agency, kind, author, code, issuedOn);
    }

    @Override
    public List<RegisterEntry> search(AgencyCode agency, String words, int most) {
        return listing.search(agency, words, most);
    }

    @Override
    public Page<RegisterEntry> list(EntryFilter filter, PageWish wish) {
        return listing.newestFirst(filter, wish);
    }

    @Override
    @Transactional
    public ChangeAnswer delivered(AgencyCode agency, EntryId id, Delivery delivery, int version, LoginName by) {
        return change(agency, id, version, entry -> {
            entries.deliver(entry, delivery, by);
            history.note(entry.book(), id, HistoryLine.Act.DELIVER, by.value(), entry.display());
        });
    }

    @Override
    @Transactional
    public ChangeAnswer followedUp(AgencyCode agency, EntryId id, RegisterEntry.FollowUp followUp, LoginName by) {
        return change(agency, id, -1, entry -> entries.followUp(id, followUp, by));
    }

    private ChangeAnswer change(AgencyCode agency, EntryId id, int version, Consumer<RegisterEntry> writing) {
        Optional<RegisterEntry> found = entries.lock(agency, id);
        if (found.isEmpty()) {
            return new ChangeAnswer.Unknown();
        }
        RegisterEntry entry = found.get();
        if (entry.cancelled() != null) {
            return new ChangeAnswer.Cancelled(entry);
        }
        if (version >= 0 && version != entry.changed().version()) {
            return new ChangeAnswer.Overtaken(entry);
        }
        writing.accept(entry);
        return new ChangeAnswer.Done(entries.find(agency, id).orElseThrow());
    }

    @Override
    public List<HistoryLine> history(AgencyCode agency, EntryId entry) {
        return entries.find(agency, entry).isPresent() ? history.ofEntry(entry) : List.of();
    }
}
