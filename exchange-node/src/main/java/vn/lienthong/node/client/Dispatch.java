package vn.lienthong.node.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document that was sent and how far it came.
 *
 * @param parcelId under which it travels
 * @param createdAt when it was accepted
 * @param payloadSize octets that travel
 * @param packageSha512 digest of the signed package, hex
 * @param document what it is
 * @param deliveries one per recipient
 * @param refusedRecipients recipients that could not be served
 */
public record Dispatch(
        String parcelId,
        @Nullable Instant createdAt,
        long payloadSize,
        @Nullable String packageSha512,
        @Nullable DocumentSummary document,
        List<Delivery> deliveries,
        List<RefusedRecipient> refusedRecipients) {

    /** The node may leave out empty lists, never the id. */
    public Dispatch {
        Objects.requireNonNull(parcelId, "parcelId");
        deliveries = Lists.copy(deliveries);
        refusedRecipients = Lists.copy(refusedRecipients);
    }

    /**
     * One recipient's delivery.
     *
     * @param recipient agency code
     * @param name of the agency
     * @param node that serves it
     * @param state as documented
     * @param since when it reached the state
     * @param reason of a refusal
     */
    public record Delivery(
            String recipient,
            @Nullable String name,
            @Nullable String node,
            String state,
            @Nullable Instant since,
            @Nullable Object reason) {

        /** True when the recipient's node holds it, verified and durable. */
        public boolean arrived() {
            return "CONSIGNED".equals(state) || "HANDED_OVER".equals(state);
        }

        /** True when nothing more will happen by itself. */
        public boolean settled() {
            return arrived() || "REFUSED".equals(state) || "EXPIRED".equals(state) || "RECALLED".equals(state);
        }
    }

    /**
     * A recipient to whom nothing was sent.
     *
     * @param recipient agency code
     * @param code {@code LT-nnnn}
     * @param message in words
     */
    public record RefusedRecipient(
            String recipient,
            @Nullable String code,
            @Nullable String message) {}

    /** True when every recipient's node holds it. */
    public boolean arrivedEverywhere() {
        return !deliveries.isEmpty() && deliveries.stream().allMatch(Delivery::arrived);
    }

    /** True when every delivery has reached the state. */
    public boolean allIn(String state) {
        return !deliveries.isEmpty()
                && deliveries.stream().allMatch(delivery -> delivery.state().equals(state));
    }

    /** True when waiting longer for consignment is useless. */
    public boolean settledEverywhere() {
        return deliveries.stream().allMatch(Delivery::settled);
    }
}
