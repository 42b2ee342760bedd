package vn.lienthong.node.desk.internal.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.node.client.proof.ProofContents.Standing;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogTimestamps;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.timestamp.TimestampSource;

/** The time-stamps of a third party over the log of this node. Those over the logs of other nodes are theirs. */
@InNodeRole
@Component
class StampParts {

    private final LogTimestamps timestamps;
    private final TimestampSource authority;
    private final NodeKeys keys;

    StampParts(LogTimestamps timestamps, TimestampSource authority, NodeKeys keys) {
        this.timestamps = timestamps;
        this.authority = authority;
        this.keys = keys;
    }

    /**
     * Adds the time-stamp of a piece of evidence, if there is one.
     *
     * @param stem begin of the names
     * @param receipt of the log; null while it is pending
     * @param files where it goes
     */
    Standing add(String stem, StoredEvidence stored, @Nullable Receipt receipt, Map<String, byte[]> files) {
        if (!stored.evidence().issuer().node().equals(keys.nodeId())) {
            return Standing.AT_ISSUER;
        }
        Optional<LogTimestamps.StampedProof> stamped =
                receipt == null ? Optional.empty() : timestamps.proof(origin(receipt), receipt.index());
        if (stamped.isEmpty()) {
            return Standing.PENDING;
        }
        files.put(stem + ProofFiles.STAMPED, stamped.get().logProof().toByteArray());
        files.put(stem + ProofFiles.TOKEN, stamped.get().token().toByteArray());
        authority
                .foreignIssuer()
                .ifPresent(issuer -> files.putIfAbsent(
                        ProofFiles.STAMPING, Certificates.toPem(issuer).getBytes(StandardCharsets.US_ASCII)));
        return Standing.COMPLETE;
    }

    private static String origin(Receipt receipt) {
        try {
            return LogReceipt.parse(receipt.logProof().toByteArray())
                    .checkpoint()
                    .origin();
        } catch (LogFormatException e) {
            throw new IllegalStateException("a receipt that was verified does not read", e);
        }
    }
}
