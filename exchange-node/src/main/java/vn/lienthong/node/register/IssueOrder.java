package vn.lienthong.node.register;

import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.node.identity.LoginName;

/**
 * Asks for a number.
 *
 * @param agency for whom
 * @param book in which book
 * @param wish which number
 * @param facts what is entered
 * @param document what the desk calls the document, such as {@code incoming:123}; at most 80 characters of ASCII. The same document
 *     gets its number once: asking again answers the same
 * @param by who asks
 */
public record IssueOrder(
        AgencyCode agency, BookId book, NumberWish wish, EntryFacts facts, String document, LoginName by) {

    /** Checks the reference. */
    public IssueOrder {
        document = BoundedText.line("document", document, 1, 80);
        if (!document.chars().allMatch(character -> character < 0x7f)) {
            throw new IllegalArgumentException("a reference is plain ASCII");
        }
    }

    /** Asks for the next number. */
    public static IssueOrder next(AgencyCode agency, BookId book, EntryFacts facts, String document, LoginName by) {
        return new IssueOrder(agency, book, new NumberWish.Next(), facts, document, by);
    }

    /** The same with another wish. */
    public IssueOrder wishing(NumberWish other) {
        return new IssueOrder(agency, book, other, facts, document, by);
    }
}
