package vn.lienthong.node.events;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/** The events of agencies. */
public interface AgencyEvents {

    /** The most events at once. */
    int MOST = 1000;

    /**
     * Writes events in the caller's transaction; they are in the feed moments after it has committed.
     *
     * @param news what happened
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void record(List<AgencyNews> news);

    /**
     * Returns what follows a place, waiting until there is something.
     *
     * @param agency whose events
     * @param cursor the last place that the caller knows; 0 to begin with the oldest that is kept
     * @param limit the most events, 1 to {@value #MOST}
     * @param deadline until when to wait; not later than now to look only
     * @return in the order of their places; empty when the time was over, or the node ends
     */
    List<AgencyEvent> after(AgencyCode agency, long cursor, int limit, Instant deadline);

    /**
     * Returns the last place that was given so far: whoever follows from there hears of everything later, and of nothing before.
     *
     * @return 0 when there was none yet
     */
    long head();

    /**
     * Returns the place after which everything is that happened at that time or later, for reading again from then on.
     *
     * @param agency whose events
     * @param from a moment
     * @return {@link #head} when nothing happened since
     */
    long before(AgencyCode agency, Instant from);
}
