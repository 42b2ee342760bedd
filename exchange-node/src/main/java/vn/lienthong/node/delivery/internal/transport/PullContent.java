package vn.lienthong.node.delivery.internal.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;

/** What lies ready for a node that fetches it. */
public sealed interface PullContent {

    /** Returns its place in the queue: smaller ones are handed out first. */
    int rank();

    /** Returns how long it lies ready before its sender takes it back. */
    Duration patience();

    /** Returns how long the node may keep silent about it once it has fetched it. */
    Duration lease();

    /** Returns whether the octets are an answer to it. */
    boolean isAnswer(byte[] octets);

    /** Returns the longest answer in octets. */
    int longestAnswer();

    /** The node has shown that it is still at it. */
    default void renewed() {}

    /** Small parcels. */
    record Batch(List<ClaimedShipment> shipments) implements PullContent {
        @Override
        public int rank() {
            return shipments.getFirst().lane() == Lane.URGENT ? 0 : 2;
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(2);
        }

        @Override
        public boolean isAnswer(byte[] octets) {
            return WireFormats.TRANSFER_ANSWERS.decode(octets)
                            instanceof Decoded.Value<TransferAnswers>(TransferAnswers answers)
                    && answers.answers().size() == shipments.size();
        }

        @Override
        public int longestAnswer() {
            return WireFormats.TRANSFER_ANSWERS.maxOctets();
        }
    }

    /**
     * One large parcel, of which the payload is fetched in parts.
     *
     * @param shipment which
     * @param heartbeat told with each part
     */
    record Large(ClaimedShipment shipment, Consumer<ClaimedShipment> heartbeat) implements PullContent {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(2);
        }

        @Override
        public boolean isAnswer(byte[] octets) {
            return WireFormats.TRANSFER_ANSWER.decode(octets) instanceof Decoded.Value;
        }

        @Override
        public int longestAnswer() {
            return WireFormats.TRANSFER_ANSWER.maxOctets();
        }

        @Override
        public void renewed() {
            heartbeat.accept(shipment);
        }
    }

    /**
     * The body of a request that would be sent to the node if it could be reached.
     *
     * @param path of the request
     * @param body JSON
     */
    record Post(String path, Octets body) implements PullContent {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(60);
        }

        /** Whoever posted it reads the answer. */
        @Override
        public boolean isAnswer(byte[] octets) {
            return octets.length > 0;
        }

        @Override
        public int longestAnswer() {
            return WireFormats.EVIDENCE_ANSWERS.maxOctets();
        }
    }
}
