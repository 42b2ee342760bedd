package vn.lienthong.node.audit.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.log.LogEntryId;

/**
 * Everything about an event.
 *
 * @param event what the list shows
 * @param entry the JSON text of the event, octet for octet what the log commits to
 * @param privatePart the JSON text of the private part; null when there is none or it was erased
 * @param privateGenuine whether the private part is the one that the entry speaks of; true when there is none
 * @param logEntry names the entry of the log, for its position and proof
 * @param entryGenuine whether the entry of the log commits to this text
 */
public record EventDetail(
        FoundEvent event,
        String entry,
        @Nullable String privatePart,
        boolean privateGenuine,
        LogEntryId logEntry,
        boolean entryGenuine) {

    /** One plain sentence: when, who, what, to which object, with which outcome. */
    public String sentence(Locale language) {
        return Sentence.of(event, language);
    }
}
