package vn.lienthong.node.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessKeys;

/** Time-stamps, key proofs in the place of the directory, and revocation lists. */
class ProofGroundTest {

    private static final String STEM = ProofFiles.EVIDENCE + "001-D.1";
    private static final Instant SEEN = ProofScene.soon().plusSeconds(3);

    private final ProofScene scene = new ProofScene();
    private final LogKeys log = LogKeys.generate("lienthong.vn/node-a");
    private final WitnessKeys party = WitnessKeys.generate("lienthong.vn/node-p/witness");
    private final WitnessKeys front = WitnessKeys.generate("lienthong.vn/node-f/witness");
    private final DirectoryLogScene directory = new DirectoryLogScene();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    @BeforeEach
    void travel() throws IOException {
        scene.publishLog(new NodeLogs(
                List.of(new PublishedLog(LogPurpose.EVENTS, log.origin(), keys(log.verifierKeys()))), null, null));
        scene.publishWitness("node-p", Bloc.PARTY, witness(party));
        scene.publishWitness("node-f", Bloc.FRONT, witness(front));
        scene.publishDirectory(directory.logs());
        byte[][] evidence = scene.evidence(ProofScene.soon());
        parts.put(STEM + ".json", evidence[0]);
        parts.put(STEM + ".p7s", evidence[1]);
        SignedNote note = note(evidence, List.of(party, front));
        parts.put(STEM + ".tlog-proof", receipt(note));
        parts.put(STEM + ProofFiles.STAMPED, receipt(note));
        parts.put(STEM + ProofFiles.TOKEN, scene.token(note.encode(), SEEN));
        parts.put(ProofFiles.ANCHOR, scene.anchor());
        parts.putAll(directory.proofs(scene.publications(), SEEN));
    }

    private static NodeLogs witness(WitnessKeys keys) {
        return new NodeLogs(List.of(), new PublishedWitness(keys(keys.verifierKeys()), true), null);
    }

    private static List<LogKey> keys(List<VerifierKey> keys) {
        return keys.stream().map(key -> new LogKey(key.text())).toList();
    }

    private SignedNote note(byte[][] evidence, List<WitnessKeys> witnesses) throws LogFormatException {
        MerkleFrontier tree = new MerkleFrontier();
        tree.append(MerkleHash.leaf(new byte[] {1}));
        tree.append(MerkleHash.leaf(WireFormats.LOG_COMMITMENT.encode(
                LogCommitment.to(new SignedEvidence(Octets.of(evidence[0]), Octets.of(evidence[1]))))));
        SignedNote note = log.sign(tree.head(), SEEN);
        for (WitnessKeys witness : witnesses) {
            note = note.with(witness.cosign(Checkpoint.of(log.origin(), tree.head()), SEEN));
        }
        return note;
    }

    private static byte[] receipt(SignedNote note) throws LogFormatException {
        List<MerkleHash> path = List.of(MerkleHash.leaf(new byte[] {1}));
        return LogReceipt.of(new InclusionProof(1, 2, path), new byte[0], note).encode();
    }

    private ProofReport check() throws IOException {
        return ProofRun.check(
                ProofSource.of(new byte[0]), new ProofFiles(parts, ProofFiles.Form.LOOSE), ProofBasis.nothing());
    }

    private static String words(ProofReport report) {
        return String.join(
                "\n", report.lines().stream().map(ProofLine::vietnamese).toList());
    }

    @Test
    void provesEvidenceFromKeyProofsWithoutTheDirectory() throws IOException {
        ProofReport report = check();

        assertThat(words(report))
                .contains("nằm trong nhật ký của danh mục", "2 nút làm chứng, thuộc 2 khối")
                .contains("Đã có trước", "Không kèm danh sách thu hồi");
        assertThat(report.verdict()).as(words(report)).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void checksKeyProofsBesideTheWholeDirectoryAsWell() throws IOException {
        parts.put(ProofFiles.PUBLICATIONS + "0001.json", scene.page());
        assertThat(check().verdict()).isEqualTo(ProofVerdict.PROVEN);

        flip(ProofFiles.KEY_PROOFS + "002.entry");
        assertThat(check().verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }

    @Test
    void demandsTwoBlocsWhereTheDirectoryIsNotWhole() throws IOException {
        byte[][] evidence = {part(".json"), part(".p7s")};
        parts.put(STEM + ".tlog-proof", receipt(note(evidence, List.of(party))));

        assertThat(check().verdict()).isEqualTo(ProofVerdict.SIGNED_ONLY);
    }

    @Test
    void refusesEveryFlippedPart() throws IOException {
        for (String name : List.copyOf(parts.keySet())) {
            byte[] whole = Objects.requireNonNull(parts.get(name)).clone();
            flip(name);
            assertThat(check().verdict()).as(name).isEqualTo(ProofVerdict.NOT_PROVEN);
            parts.put(name, whole);
        }
        assertThat(check().verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void refusesEveryPartOfAKeyProofThatIsMissing() throws IOException {
        for (String name : List.of(
                ProofFiles.LOG_KEYS, ProofFiles.KEY_PROOFS + "001.entry", ProofFiles.KEY_PROOFS + "001.tlog-proof")) {
            byte[] whole = Objects.requireNonNull(parts.remove(name));
            assertThat(check().verdict()).as(name).isEqualTo(ProofVerdict.NOT_PROVEN);
            parts.put(name, whole);
        }
    }

    @Test
    void refusesATokenOverAnotherCheckpoint() throws IOException {
        parts.put(STEM + ProofFiles.TOKEN, scene.token(new byte[1], SEEN));

        assertThat(check().verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }

    @Test
    void countsNoTokenOfAnAuthorityThatTheAnchorDoesNotKnow() throws IOException {
        byte[] checkpoint = LogReceipt.parse(part(ProofFiles.STAMPED)).note().encode();
        ProofScene other = new ProofScene();
        parts.put(STEM + ProofFiles.TOKEN, other.token(checkpoint, SEEN));
        assertThat(check().verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);

        parts.put(ProofFiles.STAMPING, other.anchor());
        ProofReport report = check();

        assertThat(words(report)).contains("không thuộc gốc tin cậy").doesNotContain("Đã có trước");
        assertThat(report.verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void judgesByTheRevocationListAtTheTimeOfTheEvent() throws IOException {
        Instant event = ProofScene.soon();
        parts.put(ProofFiles.REVOCATIONS, scene.revocationList(Optional.of(event.plusSeconds(60))));
        assertThat(check().verdict()).isEqualTo(ProofVerdict.PROVEN);

        parts.put(ProofFiles.REVOCATIONS, scene.revocationList(Optional.of(event.minusSeconds(60))));
        assertThat(check().verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);

        parts.put(ProofFiles.REVOCATIONS, new ProofScene().revocationList(Optional.empty()));
        assertThat(check().verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }

    private byte[] part(String ending) {
        return Objects.requireNonNull(parts.get(STEM + ending));
    }

    private void flip(String name) {
        byte[] changed = Objects.requireNonNull(parts.get(name)).clone();
        changed[changed.length / 2] ^= 1;
        parts.put(name, changed);
    }
}
