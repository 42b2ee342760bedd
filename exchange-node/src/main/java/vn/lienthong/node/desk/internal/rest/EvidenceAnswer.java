package vn.lienthong.node.desk.internal.rest;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.StoredEvidence;

/**
 * An evidence as REST shows it. What counts are the octets and the signature; the rest repeats them for reading.
 *
 * @param id of the evidence
 * @param event its name in the vocabulary of EN 319 522
 * @param time of the event
 * @param issuerNode the node that signed
 * @param recipient agency code; null when it is about the whole parcel
 * @param octets the signed octets, base64
 * @param signature the detached CMS signature, base64
 * @param verification {@code VALID} or {@code INVALID}: what this node finds now
 * @param receipt its place in the log of its issuer
 */
record EvidenceAnswer(
        String id,
        String event,
        String time,
        String issuerNode,
        @Nullable String recipient,
        String octets,
        String signature,
        String verification,
        ReceiptAnswer receipt) {

    static EvidenceAnswer of(StoredEvidence stored, boolean genuine, Optional<Receipt> receipt) {
        Evidence evidence = stored.evidence();
        Base64.Encoder base64 = Base64.getEncoder();
        var recipient = evidence.subject().recipient();
        return new EvidenceAnswer(
                evidence.id().toString(),
                evidence.event().event(),
                Timestamps.format(evidence.time()),
                evidence.issuer().node().value(),
                recipient == null ? null : recipient.value(),
                base64.encodeToString(stored.signed().octets().toByteArray()),
                base64.encodeToString(stored.signed().signature().toByteArray()),
                genuine ? "VALID" : "INVALID",
                ReceiptAnswer.of(receipt));
    }

    /**
     * A place in a log.
     *
     * @param state {@code COMPLETE}, or {@code PENDING} until enough witnesses have cosigned
     * @param index place of the entry, from 0
     * @param size of the tree of the checkpoint
     * @param witnesses how many nodes have witnessed it
     * @param witnessedAt by when
     * @param logProof the {@code .tlog-proof}, base64
     */
    record ReceiptAnswer(
            String state,
            @Nullable Long index,
            @Nullable Long size,
            @Nullable Integer witnesses,
            @Nullable String witnessedAt,
            @Nullable String logProof) {

        static ReceiptAnswer of(Optional<Receipt> receipt) {
            return receipt.map(ReceiptAnswer::complete)
                    .orElseGet(() -> new ReceiptAnswer("PENDING", null, null, null, null, null));
        }

        private static ReceiptAnswer complete(Receipt receipt) {
            Instant at = receipt.witnessedAt();
            return new ReceiptAnswer(
                    "COMPLETE",
                    receipt.index(),
                    receipt.size(),
                    receipt.witnesses(),
                    at == null ? null : Timestamps.format(at),
                    Base64.getEncoder().encodeToString(receipt.logProof().toByteArray()));
        }
    }

    /**
     * All evidence about one dispatch.
     *
     * @param evidence oldest first
     */
    record Page(List<EvidenceAnswer> evidence) {}
}
