package vn.lienthong.node.desk.internal.rest;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.value.Timestamps;
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
 */
record EvidenceAnswer(
        String id,
        String event,
        String time,
        String issuerNode,
        @Nullable String recipient,
        String octets,
        String signature,
        String verification) {

    static EvidenceAnswer of(StoredEvidence stored, boolean genuine) {
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
                genuine ? "VALID" : "INVALID");
    }

    /**
     * All evidence about one dispatch.
     *
     * @param evidence oldest first
     */
    record Page(List<EvidenceAnswer> evidence) {}
}
