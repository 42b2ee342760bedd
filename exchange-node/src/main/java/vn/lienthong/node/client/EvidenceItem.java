package vn.lienthong.node.client;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One evidence as the node hands it out. What counts are the octets and the signature; the rest repeats them for reading.
 *
 * @param id of the evidence
 * @param event name of the event
 * @param time of the event
 * @param issuerNode node that signed
 * @param recipient agency code, absent when it is about the whole parcel
 * @param octets the signed octets, base64
 * @param signature the detached CMS signature, base64
 * @param verification what the node itself found
 * @param receipt whether it stands in its issuer's log; absent when a node of an earlier version answers
 */
public record EvidenceItem(
        @Nullable String id,
        @Nullable String event,
        @Nullable Instant time,
        @Nullable String issuerNode,
        @Nullable String recipient,
        String octets,
        String signature,
        @Nullable String verification,
        @Nullable Receipt receipt) {

    /** Octets and signature are never left out. */
    public EvidenceItem {
        Objects.requireNonNull(octets, "octets");
        Objects.requireNonNull(signature, "signature");
    }

    /**
     * The place of the evidence in the log of its issuer.
     *
     * @param state {@code COMPLETE} or {@code PENDING}
     * @param logProof the {@code .tlog-proof}, base64; absent while pending
     */
    public record Receipt(String state, @Nullable String logProof) {

        /** The state is never left out. */
        public Receipt {
            Objects.requireNonNull(state, "state");
        }
    }

    /**
     * The {@code .tlog-proof}; empty while it is pending.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    public Optional<byte[]> logProof() {
        return receipt == null || receipt.logProof() == null
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(receipt.logProof()));
    }

    /**
     * A list of evidence.
     *
     * @param evidence the items
     */
    public record Page(List<EvidenceItem> evidence) {

        /** The node may leave out an empty list. */
        public Page {
            evidence = Lists.copy(evidence);
        }
    }

    /**
     * The signed octets.
     *
     * @throws IllegalArgumentException if they are not base64
     */
    public byte[] signedOctets() {
        return Base64.getDecoder().decode(octets);
    }

    /**
     * The detached signature.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    public byte[] signatureOctets() {
        return Base64.getDecoder().decode(signature);
    }
}
