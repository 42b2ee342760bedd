package vn.lienthong.node.delivery;

import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.core.document.Document;

/**
 * Tells the desk what arrived.
 *
 * <p>Guarantees: every entry of the inbox is told once, in the order of arrival as far as transactions allow: the mark that it
 * was told is committed together with whatever the listener writes, or neither is. Several nodes may ask at once.
 */
public interface ArrivalFeed {

    /**
     * Tells the next ones in a transaction.
     *
     * @param limit the most entries at once, 1 to 200
     * @param keeper writes what it wants to keep, in that transaction; called at most once, not at all when there is nothing new
     * @return how many were told; fewer than the limit means that there is nothing more just now
     */
    int tell(int limit, Consumer<List<Arrival>> keeper);

    /**
     * Something that arrived.
     *
     * @param entry the entry as it stands now; no longer waiting when a program was faster
     * @param document what is in it
     */
    record Arrival(InboxEntry entry, Document document) {}
}
