package vn.lienthong.node.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of what waits for an agency, oldest first.
 *
 * @param entries the documents
 * @param next to be given as {@code after} for the page behind; absent at the end
 */
public record Inbox(List<Entry> entries, @Nullable Long next) {

    /** The node may leave out an empty list. */
    public Inbox {
        entries = Lists.copy(entries);
    }

    /**
     * A document that arrived.
     *
     * @param entryId of the entry
     * @param parcelId under which it travelled
     * @param sender agency code
     * @param senderName name of the agency
     * @param receivedAt when it was consigned
     * @param urgency 0–4
     * @param state of the delivery
     * @param document what it is
     * @param packageSize octets of the signed package
     */
    public record Entry(
            String entryId,
            String parcelId,
            @Nullable String sender,
            @Nullable String senderName,
            @Nullable Instant receivedAt,
            int urgency,
            @Nullable String state,
            @Nullable DocumentSummary document,
            long packageSize) {

        /** Ids are never left out. */
        public Entry {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(parcelId, "parcelId");
        }
    }
}
