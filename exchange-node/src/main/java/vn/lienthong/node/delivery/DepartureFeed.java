package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Tells the desk what was accepted for sending, whoever ordered it.
 *
 * <p>Guarantees: every parcel is told once, in the order of acceptance as far as transactions allow: the mark that it was told is
 * committed together with whatever the listener writes, or neither is. Several nodes may ask at once.
 */
public interface DepartureFeed {

    /**
     * Tells the next ones in a transaction.
     *
     * @param limit the most parcels at once, 1 to 200
     * @param keeper writes what it wants to keep, in that transaction; called at most once, not at all when there is nothing new
     * @return how many were told; fewer than the limit means that there is nothing more just now
     */
    int tell(int limit, Consumer<List<Departure>> keeper);

    /**
     * Something that was accepted for sending.
     *
     * @param parcelId its parcel
     * @param sender who sends it
     * @param recipients whom it goes to
     * @param at when it was accepted
     * @param submittedBy who ordered it, as in {@link DispatchOrder#submittedBy}
     * @param document what is in it; state secrets are not told at all
     */
    record Departure(
            ParcelId parcelId,
            AgencyCode sender,
            List<AgencyCode> recipients,
            Instant at,
            String submittedBy,
            Optional<Document> document) {

        /** Copies the recipients. */
        public Departure {
            recipients = List.copyOf(recipients);
        }
    }
}
