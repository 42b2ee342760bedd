package vn.lienthong.node.client.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.AttestedCheckpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.node.evidence.WitnessRules;

/** Whether an evidence stands in the log of its issuer, and who has seen that log. */
public sealed interface LogProof {

    /**
     * It does.
     *
     * @param origin name of the log
     * @param index its place, from 0
     * @param size of the tree that was seen
     * @param witnesses names of the witnesses whose cosignatures hold
     * @param blocs their blocs
     * @param witnessedAt by when; null without witnesses
     * @param isWitnessed whether they are enough by the rule of two blocs
     */
    record Proven(
            String origin,
            long index,
            long size,
            Set<String> witnesses,
            Set<String> blocs,
            @Nullable Instant witnessedAt,
            boolean isWitnessed)
            implements LogProof {

        /** Copies the sets. */
        public Proven {
            witnesses = Set.copyOf(witnesses);
            blocs = Set.copyOf(blocs);
        }
    }

    /**
     * Nothing is proven.
     *
     * @param reason why, in English, without content
     */
    record NotProven(String reason) implements LogProof {}

    /** Checks a {@code .tlog-proof} by what the directory lists. */
    static LogProof of(byte[] octets, byte[] signature, byte[] proof, NodeId issuer, DirectoryRecord directory) {
        LogCommitment commitment = LogCommitment.to(new SignedEvidence(Octets.of(octets), Octets.of(signature)));
        try {
            LogReceipt receipt = LogReceipt.parse(proof);
            Optional<LogPolicy> policy =
                    directory.policy(issuer, receipt.checkpoint().origin());
            if (policy.isEmpty()) {
                return new NotProven("the directory lists no log of node " + issuer);
            }
            ReceiptCheck check = receipt.verify(WireFormats.LOG_COMMITMENT.encode(commitment), policy.get());
            return switch (check) {
                case ReceiptCheck.Proven(long index, AttestedCheckpoint checkpoint) ->
                    proven(index, checkpoint, policy.get(), true, directory);
                case ReceiptCheck.Unwitnessed(long index, AttestedCheckpoint checkpoint) ->
                    proven(index, checkpoint, policy.get(), false, directory);
                case ReceiptCheck.Refused(ReceiptCheck.Reason reason) -> new NotProven(reason.name());
            };
        } catch (LogFormatException malformed) {
            return new NotProven("not a proof of a log: " + malformed.getMessage());
        }
    }

    private static LogProof proven(
            long index, AttestedCheckpoint attested, LogPolicy policy, boolean enough, DirectoryRecord directory) {
        Set<String> blocs = WitnessRules.blocs(attested, policy);
        // Single key proofs do not show how many blocs there are, so they have to be two.
        boolean suffices = directory.isWhole() ? !policy.quorum().equals(LogPolicy.NONE) : blocs.size() >= 2;
        return new Proven(
                attested.checkpoint().origin(),
                index,
                attested.checkpoint().size(),
                WitnessRules.witnesses(attested),
                blocs,
                attested.witnessedBy().orElse(null),
                enough && suffices);
    }
}
