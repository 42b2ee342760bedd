package vn.lienthong.node.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.Person;

/**
 * One block of the first page: what waits for the person who looks, as a number and the five oldest. Modules offer theirs as
 * beans.
 */
public interface DeskBlock {
    /** The most rows that are shown. */
    int ROWS = 5;

    /** Numbers above this are not counted on. */
    int MOST = 99;

    /**
     * Where it stands. The first page has these places: 10 urgent and not accepted, 20 waiting to be accepted, 30 accepted and
     * not registered, 40 registered and not submitted, 50 signed and not issued, 60 sent and failed or refused, 70 asked back,
     * 80 due soon or overdue. What waits for leaders and officers comes before.
     *
     * @return smaller comes first
     */
    int order();

    /**
     * What it is called.
     *
     * @return key of its text
     */
    String title();

    /**
     * The whole list.
     *
     * @return where it is, on this site
     */
    String href();

    /**
     * Tells whether it concerns somebody at all; others do not see it.
     *
     * @param viewer who is looking
     * @return true for those whose work it is
     */
    boolean isFor(Person viewer);

    /**
     * What waits now. Shows a person only what is theirs; reads bounded numbers of rows only.
     *
     * @param viewer who is looking
     * @param language of the texts in the rows
     * @return number and oldest rows
     */
    Content content(Person viewer, Locale language);

    /**
     * What a block shows.
     *
     * @param number how many there are; {@link #MOST} + 1 for all above
     * @param oldest at most {@link #ROWS}, oldest first
     */
    record Content(int number, List<Row> oldest) {
        /** Copies the rows. */
        public Content {
            oldest = List.copyOf(oldest);
        }

        /** Nothing waits. */
        public static Content nothing() {
            return new Content(0, List.of());
        }
    }

    /**
     * One row.
     *
     * @param href where the work is done, on this site
     * @param code number and notation, or another short name
     * @param subject trích yếu; null when it must not be shown
     * @param party the other side, such as the sender; may be empty
     * @param note what presses, in words, such as the working time that is left; may be empty
     * @param mark of the note: {@code done}, {@code failed}, {@code moving}, {@code warning} or {@code quiet}
     * @param action key of the word on the link
     */
    record Row(
            String href, String code, @Nullable String subject, String party, String note, String mark, String action) {
        /** Never prints the subject. */
        @Override
        public String toString() {
            return "Row[" + href + "]";
        }
    }
}
