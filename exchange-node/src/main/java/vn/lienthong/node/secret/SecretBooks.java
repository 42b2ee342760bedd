package vn.lienthong.node.secret;

import java.util.List;

/**
 * The books of state secrets of an agency: apart from all other books, with numbers of their own.
 *
 * <p>Guarantees: a number is given out once a year and book and never changes; a locked volume takes nothing any more and nothing in it
 * changes; nobody below a level sees its entries, and the numbers of what is hidden are not told.
 */
public interface SecretBooks {

    /** The volumes that there are, newest first. */
    SecretAnswer<List<SecretBook>> books(SecretCaller caller);

    /** Opens the next volume of a book; the one before must be locked. */
    SecretAnswer<SecretBook> openVolume(SecretCaller caller, SecretBook.Direction direction, int year);

    /** Locks a volume for ever. */
    SecretAnswer<SecretBook> lock(SecretCaller caller, long book);

    /**
     * Enters a document that arrived.
     *
     * @return the line with its number
     */
    SecretAnswer<BookLine> registerArrived(SecretCaller caller, SecretId id, String unit, String note);

    /**
     * Enters a draft, before it is submitted or when it was sent: its number is the number of the document where the draft has none.
     *
     * @return the line with its number
     */
    SecretAnswer<BookLine> registerDraft(SecretCaller caller, DraftId id, String unit, int copies, String note);

    /**
     * Lines of a volume that the caller is cleared for, by number; for the screen and for print.
     *
     * @param after only numbers above this one
     * @param limit 1 to 500
     */
    SecretAnswer<List<BookLine>> entries(SecretCaller caller, long book, int after, int limit);
}
