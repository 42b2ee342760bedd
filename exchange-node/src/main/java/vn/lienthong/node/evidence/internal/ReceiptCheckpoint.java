package vn.lienthong.node.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.AttestedCheckpoint;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.ProofCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.WitnessRules;

/**
 * A checkpoint to which receipts refer: its signatures are checked once, however many receipts refer to it.
 *
 * @param note the signed note
 * @param attested who signed and cosigned it
 */
record ReceiptCheckpoint(SignedNote note, AttestedCheckpoint attested) {

    /** Whether a checkpoint or a receipt can be relied on. */
    sealed interface Outcome<T> {

        /** It can. */
        record Good<T>(T value) implements Outcome<T> {}

        /** Not yet: more witnesses are needed. */
        record Open<T>(String detail) implements Outcome<T> {}

        /** It cannot. */
        record Bad<T>(ErrorCode code, String detail) implements Outcome<T> {}
    }

    /** Checks signatures and quorum. */
    static Outcome<ReceiptCheckpoint> check(String checkpoint, LogPolicy policy) {
        try {
            SignedNote note = SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8));
            return switch (policy.evaluate(note)) {
                case PolicyCheck.Accepted(AttestedCheckpoint attested) ->
                    new Outcome.Good<>(new ReceiptCheckpoint(note, attested));
                case PolicyCheck.QuorumMissing missing ->
                    new Outcome.Open<>("too few witnesses: "
                            + missing.checkpoint().witnesses().size());
                case PolicyCheck.Rejected(PolicyCheck.Reason reason)
                when reason == PolicyCheck.Reason.UNKNOWN_LOG ->
                    new Outcome.Open<>("no key that is listed for that log has signed");
                case PolicyCheck.Rejected(PolicyCheck.Reason reason) ->
                    new Outcome.Bad<>(ErrorCode.RECEIPT_INVALID, "checkpoint " + reason);
            };
        } catch (LogFormatException malformed) {
            return new Outcome.Bad<>(ErrorCode.RECEIPT_INVALID, "not a signed note: " + malformed.getMessage());
        }
    }

    /** Checks that the evidence is in the tree of the checkpoint at the place that is claimed. */
    Outcome<Receipt> receipt(LoggedEvidence offered, SignedEvidence evidence) {
        byte[] entry = WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(evidence));
        long size = attested.checkpoint().size();
        if (offered.index() >= size) {
            return new Outcome.Bad<>(ErrorCode.RECEIPT_INVALID, "the place is beyond the checkpoint");
        }
        InclusionProof proof = new InclusionProof(offered.index(), size, hashes(offered.path()));
        if (proof.check(MerkleHash.leaf(entry), attested.checkpoint().root()) != ProofCheck.VALID) {
            return new Outcome.Bad<>(ErrorCode.RECEIPT_INVALID, "the evidence is not at that place of the log");
        }
        return new Outcome.Good<>(new Receipt(
                offered.id(),
                Octets.of(encode(proof)),
                offered.index(),
                size,
                WitnessRules.witnesses(attested).size(),
                attested.witnessedBy().orElse(null)));
    }

    /** Describes a receipt that the own log gave as complete. */
    static Receipt describe(EvidenceId id, LogReceipt receipt, Optional<LogPolicy> policy) {
        Optional<AttestedCheckpoint> attested =
                policy.map(known -> known.evaluate(receipt.note())).flatMap(ReceiptCheckpoint::accepted);
        return new Receipt(
                id,
                Octets.of(receipt.encode()),
                receipt.proof().index(),
                receipt.proof().size(),
                attested.map(checkpoint -> WitnessRules.witnesses(checkpoint).size())
                        .orElse(0),
                attested.flatMap(AttestedCheckpoint::witnessedBy).orElse(null));
    }

    private static Optional<AttestedCheckpoint> accepted(PolicyCheck check) {
        return check instanceof PolicyCheck.Accepted(AttestedCheckpoint attested)
                ? Optional.of(attested)
                : Optional.empty();
    }

    private byte[] encode(InclusionProof proof) {
        try {
            return LogReceipt.of(proof, new byte[0], note).encode();
        } catch (LogFormatException e) {
            throw new IllegalStateException("a checked note is a checkpoint", e);
        }
    }

    private static List<MerkleHash> hashes(List<Sha256> path) {
        List<MerkleHash> hashes = new ArrayList<>(path.size());
        path.forEach(hash -> hashes.add(MerkleHash.of(hash.bytes())));
        return hashes;
    }
}
