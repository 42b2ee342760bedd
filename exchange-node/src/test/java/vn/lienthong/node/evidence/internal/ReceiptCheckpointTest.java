package vn.lienthong.node.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.internal.ReceiptCheckpoint.Outcome;

class ReceiptCheckpointTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final EvidenceId ID = new EvidenceId(UUID.fromString("0198a000-0000-7000-8000-000000000001"));
    private static final SignedEvidence EVIDENCE =
            new SignedEvidence(Octets.of(new byte[] {1}), Octets.of(new byte[] {2}));
    private static final MerkleHash BEFORE = MerkleHash.leaf(new byte[] {9});

    private final LogKeys log = LogKeys.generate("lienthong.vn/node-a");
    private final WitnessKeys witness = WitnessKeys.generate("lienthong.vn/node-w/witness");
    private final LogPolicy policy = policy(log);

    private LogPolicy policy(LogKeys keys) {
        return new LogPolicy(
                keys.verifierKeys().stream()
                        .map(key -> new LogPolicy.Log(key, ""))
                        .toList(),
                List.of(new LogPolicy.Witness("w", witness.verifierKeys().getFirst(), "")),
                List.of(),
                "w");
    }

    private SignedNote note(boolean witnessed) {
        MerkleFrontier tree = new MerkleFrontier();
        tree.append(BEFORE);
        tree.append(MerkleHash.leaf(WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(EVIDENCE))));
        SignedNote note = log.sign(tree.head(), NOW);
        return witnessed ? note.with(witness.cosign(Checkpoint.of(log.origin(), tree.head()), NOW)) : note;
    }

    private static String text(SignedNote note) {
        return new String(note.encode(), StandardCharsets.UTF_8);
    }

    private static LoggedEvidence at(long index, MerkleHash... path) {
        return new LoggedEvidence(
                ID,
                index,
                List.of(path).stream()
                        .map(hash -> Sha256.fromBytes(hash.toByteArray()))
                        .toList());
    }

    private Outcome<Receipt> receipt(LoggedEvidence offered, SignedEvidence evidence) {
        Outcome<ReceiptCheckpoint> checked = ReceiptCheckpoint.check(text(note(true)), policy);
        assertThat(checked).isInstanceOf(Outcome.Good.class);
        return ((Outcome.Good<ReceiptCheckpoint>) checked).value().receipt(offered, evidence);
    }

    @Test
    void keepsAReceiptThatAnyVerifierAccepts() throws LogFormatException {
        Outcome<Receipt> outcome = receipt(at(1, BEFORE), EVIDENCE);

        assertThat(outcome).isInstanceOf(Outcome.Good.class);
        Receipt receipt = ((Outcome.Good<Receipt>) outcome).value();
        assertThat(receipt.witnesses()).isEqualTo(1);
        byte[] entry = WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(EVIDENCE));
        assertThat(LogReceipt.parse(receipt.logProof().toByteArray()).verify(entry, policy))
                .isInstanceOf(ReceiptCheck.Proven.class);
    }

    @Test
    void refusesOtherEvidenceOtherPlacesAndOtherPaths() {
        SignedEvidence other = new SignedEvidence(Octets.of(new byte[] {3}), Octets.of(new byte[] {2}));

        assertThat(receipt(at(1, BEFORE), other)).isInstanceOf(Outcome.Bad.class);
        assertThat(receipt(at(0, BEFORE), EVIDENCE)).isInstanceOf(Outcome.Bad.class);
        assertThat(receipt(at(2, BEFORE), EVIDENCE)).isInstanceOf(Outcome.Bad.class);
        assertThat(receipt(at(1), EVIDENCE)).isInstanceOf(Outcome.Bad.class);
        assertThat(receipt(at(1, MerkleHash.leaf(new byte[] {8})), EVIDENCE)).isInstanceOf(Outcome.Bad.class);
    }

    @Test
    void leavesOpenWhatTooFewHaveWitnessed() {
        assertThat(ReceiptCheckpoint.check(text(note(false)), policy)).isInstanceOf(Outcome.Open.class);
    }

    @Test
    void leavesOpenWhatIsSignedWithKeysThatAreNotListedYet() {
        LogPolicy others = policy(LogKeys.generate("lienthong.vn/node-a"));

        assertThat(ReceiptCheckpoint.check(text(note(true)), others)).isInstanceOf(Outcome.Open.class);
    }

    @Test
    void refusesACheckpointWithAChangedRootAndWhatIsNoCheckpoint() {
        String forged = text(note(true)).replaceFirst("\n2\n", "\n3\n");

        assertThat(ReceiptCheckpoint.check(forged, policy)).isInstanceOf(Outcome.Bad.class);
        assertThat(ReceiptCheckpoint.check("no note", policy)).isInstanceOf(Outcome.Bad.class);
    }
}
