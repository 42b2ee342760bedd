package vn.lienthong.node.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** The books of the agencies of this node. Whether the caller may act for the agency is for the caller to know. */
public interface Registers {

    /**
     * The books of an agency, those that take entries first, then the newest. Opens the usual ones of its bloc when there are none
     * and those of the new year when it has begun.
     */
    List<Book> books(AgencyCode agency, BookKind kind);

    /** The book that is offered first; the first of {@link #books}. */
    Book standardBook(AgencyCode agency, BookKind kind);

    /** A book of the agency. */
    Optional<Book> book(AgencyCode agency, BookId id);

    /** The types of documents that the agency's bloc knows, without those that the agency hides. */
    List<ListedType> types(AgencyCode agency);

    /**
     * Gives a number out, in the caller's transaction: with what it is for, or not at all.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    NumberAnswer issue(IssueOrder order);

    /** What the next number would be; somebody else may be faster. Empty when the book takes no entries. */
    Optional<IssuedCode> preview(AgencyCode agency, BookId book, EntryFacts facts);

    /**
     * Marks a number as cancelled, in the caller's transaction. It stays in the book with its reason and is never used again.
     *
     * @param reason why, not blank, at most 500 characters
     */
    ChangeAnswer cancel(AgencyCode agency, EntryId entry, String reason, LoginName by);

    /** A line of a book of the agency. */
    Optional<RegisterEntry> find(AgencyCode agency, EntryId entry);

    /** The line of a document by what the desk calls it. */
    Optional<RegisterEntry> ofDocument(AgencyCode agency, BookKind kind, String document);

    /**
     * Lines that may be about the same document: same number, notation and date, and the same author by code or name. Cancelled ones
     * are left out. At most 10, newest first.
     *
     * @param issuedOn null when the document bears no date
     */
    List<RegisterEntry> duplicates(
            AgencyCode agency,
            BookKind kind,
            EntryFacts.@Nullable Author author,
            DocumentCode code,
            @Nullable LocalDate issuedOn);

    /**
     * Lines of all books of the agency in which all words occur, without regard to accents, newest first, among the latest 20 000;
     * cancelled ones are left out. None without words.
     *
     * @param words of number, notation, author, type, subject or receivers; of any content
     * @param most 1 to 50
     */
    List<RegisterEntry> search(AgencyCode agency, String words, int most);

    /** A part of a book, newest first. */
    Page<RegisterEntry> list(EntryFilter filter, PageWish wish);

    /**
     * Fills in the columns about handing over (đơn vị hoặc người nhận, ngày chuyển, ký nhận), in the caller's transaction or one of its
     * own.
     *
     * @param version of the line that the caller has seen; negative to write in any case, as programs do
     */
    ChangeAnswer delivered(AgencyCode agency, EntryId entry, Delivery delivery, int version, LoginName by);

    /**
     * Fills in the columns of the follow-up book, in the caller's transaction or one of its own; without a history entry, because the
     * desk has its own.
     */
    ChangeAnswer followedUp(AgencyCode agency, EntryId entry, RegisterEntry.FollowUp followUp, LoginName by);

    /** What happened to a line, oldest first. */
    List<HistoryLine> history(AgencyCode agency, EntryId entry);

    /**
     * Handing over.
     *
     * @param receivers to whom; at most 4000 characters; null leaves it
     * @param movedOn when, or null
     * @param signedFor who signed; at most 200 characters
     * @param note remarks; at most 500 characters; null leaves them
     */
    record Delivery(
            @Nullable String receivers,
            @Nullable LocalDate movedOn,
            String signedFor,
            @Nullable String note) {}
}
