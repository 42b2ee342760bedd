package vn.lienthong.node.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;

/**
 * Which lines of a book are wanted; null means any.
 *
 * @param agency whose
 * @param book of which book
 * @param from first day of arrival or issue
 * @param until last day
 * @param fromNumber first number
 * @param toNumber last number
 * @param text words that occur in number, notation, author, type, subject or receivers, without regard to accents
 * @param type exact name of the type
 * @param urgency exact urgency
 */
public record EntryFilter(
        AgencyCode agency,
        BookId book,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer fromNumber,
        @Nullable Integer toNumber,
        @Nullable String text,
        @Nullable String type,
        @Nullable Urgency urgency) {

    /** All of a book. */
    public static EntryFilter all(AgencyCode agency, BookId book) {
        return new EntryFilter(agency, book, null, null, null, null, null, null, null);
    }
}
