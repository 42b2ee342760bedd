package vn.lienthong.node.notification;

import java.util.List;
import java.util.regex.Pattern;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.value.BoundedText;

/**
 * Something that people should know.
 *
 * @param kind what happened
 * @param urgency of the document; from {@link Urgency#EXPRESS} on quiet hours do not hold it back
 * @param about number and notation, or another short name, at most 120 characters; never a subject. It is shown in the page only
 * @param href where to look, on this site, at most 200 characters
 * @param audience whom it concerns
 */
public record Announcement(NotificationKind kind, Urgency urgency, String about, String href, List<Audience> audience) {
    private static final int LONGEST_ABOUT = 120;
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9/_.~?=&%-]{0,199}");

    /** Bounds the texts. */
    public Announcement {
        about = BoundedText.line("about", about, 0, LONGEST_ABOUT);
        if (!PATH.matcher(href).matches()) {
            throw new IllegalArgumentException("not an address on this site");
        }
        audience = List.copyOf(audience);
    }

    /**
     * Something that concerns one person or group.
     *
     * @param kind what happened
     * @param urgency of the document
     * @param about number and notation, or another short name
     * @param href where to look, on this site
     * @param whom it concerns
     * @return the announcement
     */
    public static Announcement of(NotificationKind kind, Urgency urgency, String about, String href, Audience whom) {
        return new Announcement(kind, urgency, about, href, List.of(whom));
    }
}
