package vn.lienthong.node.notification;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.document.Urgency;

/**
 * Something that is due.
 *
 * @param id of it in its module, at most 60 characters; with another deadline it is told again
 * @param due the deadline
 * @param urgency of the document
 * @param about number and notation, or another short name; never a subject
 * @param href where it is done, on this site
 * @param responsible whom it concerns
 */
public record DueItem(String id, Instant due, Urgency urgency, String about, String href, List<Audience> responsible) {
    private static final int LONGEST_ID = 60;

    /** Copies the list and bounds the identifier. */
    public DueItem {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("an identifier has 1 to 60 characters");
        }
        responsible = List.copyOf(responsible);
    }
}
