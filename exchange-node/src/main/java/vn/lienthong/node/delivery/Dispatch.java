package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * A document that was sent, with every delivery, as lists and pages show it.
 *
 * @param parcelId its parcel
 * @param sender who sent it
 * @param createdAt when it was accepted for sending
 * @param expiresAt when delivery is given up
 * @param urgency 0 to 4
 * @param payloadSize octets that travel
 * @param packageSha512 hex digest of the signed package
 * @param document what may be shown of the document
 * @param deliveries one per recipient
 */
public record Dispatch(
        ParcelId parcelId,
        AgencyCode sender,
        Instant createdAt,
        Instant expiresAt,
        int urgency,
        long payloadSize,
        String packageSha512,
        Summary document,
        List<Leg> deliveries) {

    /** Copies the deliveries. */
    public Dispatch {
        deliveries = List.copyOf(deliveries);
    }

    /** Returns whether every delivery has come at least as far as the stage, or will go no further. */
    public boolean hasReached(DeliveryStage stage) {
        return deliveries.stream()
                .allMatch(leg -> leg.stage().isFinal() || leg.stage().compareTo(stage) >= 0);
    }

    /**
     * What may be shown of the document; never prints itself.
     *
     * @param codeNumber số
     * @param codeNotation ký hiệu
     * @param typeName loại văn bản
     * @param subject trích yếu
     * @param fileCount number of files
     */
    public record Summary(String codeNumber, String codeNotation, String typeName, String subject, int fileCount) {
        @Override
        public String toString() {
            return "Summary[" + fileCount + " files]";
        }
    }

    /**
     * One recipient's delivery.
     *
     * @param recipient whom
     * @param node the node that serves it
     * @param stage where it stands
     * @param since since when
     * @param reasonCode why it was refused; null otherwise
     */
    public record Leg(
            AgencyCode recipient,
            String node,
            DeliveryStage stage,
            Instant since,
            @Nullable String reasonCode) {}
}
