package vn.lienthong.node.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.asic.AsicPackageWriter;
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
import vn.lienthong.node.client.proof.ProofContents.Piece;
import vn.lienthong.node.client.proof.ProofContents.Standing;

class ProofRunTest {

    private static final String STEM = ProofFiles.EVIDENCE + "001-D.1";
    private static final Instant SEEN = ProofScene.soon().plusSeconds(3);
    private static final int STRIDE = 157;

    @TempDir
    private Path directory = Path.of("");

    private final ProofScene scene = new ProofScene();
    private final LogKeys log = LogKeys.generate("lienthong.vn/node-a");
    private final WitnessKeys party = WitnessKeys.generate("lienthong.vn/node-p/witness");
    private final WitnessKeys front = WitnessKeys.generate("lienthong.vn/node-f/witness");
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    @BeforeEach
    void travel() throws LogFormatException {
        scene.publishLog(new NodeLogs(
                List.of(new PublishedLog(LogPurpose.EVENTS, log.origin(), keys(log.verifierKeys()))), null, null));
        scene.publishWitness("node-p", Bloc.PARTY, witness(party));
        scene.publishWitness("node-f", Bloc.FRONT, witness(front));
        byte[][] evidence = scene.evidence(ProofScene.soon());
        parts.put(ProofFiles.CONTENTS, contents(Standing.COMPLETE, Standing.AT_ISSUER));
        parts.put(STEM + ".json", evidence[0]);
        parts.put(STEM + ".p7s", evidence[1]);
        parts.put(STEM + ".tlog-proof", receipt(evidence, List.of(party, front)));
        parts.put(ProofFiles.ANCHOR, scene.anchor());
        parts.put(ProofFiles.PUBLICATIONS + "0001.json", scene.page());
    }

    private static byte[] contents(Standing receipt, Standing timestamp) {
        String id = "0198a000-0000-7000-8000-000000000001";
        return new ProofContents(
                        ProofContents.VERSION,
                        ProofContents.Kind.DOSSIER,
                        id,
                        ProofScene.SENDER,
                        new NodeId("node-a"),
                        ProofScene.soon(),
                        "00",
                        false,
                        List.of(new Piece(id, receipt, timestamp)))
                .encode();
    }

    private byte[] part(String ending) {
        return Objects.requireNonNull(parts.get(STEM + ending));
    }

    private static NodeLogs witness(WitnessKeys keys) {
        return new NodeLogs(List.of(), new PublishedWitness(keys(keys.verifierKeys()), true), null);
    }

    private static List<LogKey> keys(List<VerifierKey> keys) {
        return keys.stream().map(key -> new LogKey(key.text())).toList();
    }

    private byte[] receipt(byte[][] evidence, List<WitnessKeys> witnesses) throws LogFormatException {
        MerkleHash before = MerkleHash.leaf(new byte[] {1});
        byte[] entry = WireFormats.LOG_COMMITMENT.encode(
                LogCommitment.to(new SignedEvidence(Octets.of(evidence[0]), Octets.of(evidence[1]))));
        MerkleFrontier tree = new MerkleFrontier();
        tree.append(before);
        tree.append(MerkleHash.leaf(entry));
        SignedNote note = log.sign(tree.head(), SEEN);
        for (WitnessKeys witness : witnesses) {
            note = note.with(witness.cosign(Checkpoint.of(log.origin(), tree.head()), SEEN));
        }
        return LogReceipt.of(new InclusionProof(1, 2, List.of(before)), new byte[0], note)
                .encode();
    }

    private Path sealed() throws IOException {
        Path file = directory.resolve("ho-so.asice");
        try (OutputStream out = Files.newOutputStream(file);
                AsicPackageWriter writer = new AsicPackageWriter(out, scene.agencyKeysOfNow(), ProofScene::soon)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                writer.addObject(part.getKey(), "application/octet-stream", new ByteArrayInputStream(part.getValue()));
            }
            writer.finish();
        }
        return file;
    }

    private static ProofReport check(Path file, ProofBasis basis) throws IOException {
        return ProofRun.check(
                ProofSource.of(file), ProofFiles.open(ProofSource.of(file)).orElseThrow(), basis);
    }

    private ProofReport loose(ProofBasis basis) throws IOException {
        return ProofRun.check(ProofSource.of(directory), new ProofFiles(parts, ProofFiles.Form.LOOSE), basis);
    }

    private static String words(ProofReport report) {
        return String.join(
                "\n", report.lines().stream().map(ProofLine::vietnamese).toList());
    }

    @Test
    void provesADossierFromItselfAlone() throws IOException {
        ProofReport report = check(sealed(), ProofBasis.nothing());

        assertThat(words(report))
                .contains("Gốc tin cậy lấy từ chính tệp này", "nút node-a khẳng định đã nhận, giải mã")
                .contains("vị trí 1 (trong 2 mục)", "2 nút làm chứng, thuộc 2 khối")
                .contains("Không chứng minh rằng ai đó đã đọc");
        assertThat(report.verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void reliesOnTheReadersAnchorWithoutARemark() throws IOException {
        ProofReport report = check(sealed(), new ProofBasis(Optional.of(scene.anchor()), List.of()));

        assertThat(report.verdict()).isEqualTo(ProofVerdict.PROVEN);
        assertThat(words(report)).doesNotContain("Gốc tin cậy");
    }

    @Test
    void refusesADossierUnderAnotherAnchor() throws IOException {
        ProofReport report = check(sealed(), new ProofBasis(Optional.of(new ProofScene().anchor()), List.of()));

        assertThat(report.verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }

    @Test
    void refusesADossierAfterAnyFlippedOctet() throws IOException {
        Path file = sealed();
        byte[] octets = Files.readAllBytes(file);
        for (int at = 0; at < octets.length; at += STRIDE) {
            octets[at] ^= (byte) 0xff;
            Files.write(file, octets);
            assertThat(isProven(file)).as("octet %d flipped", at).isFalse();
            octets[at] ^= (byte) 0xff;
        }
        Files.write(file, octets);
        assertThat(isProven(file)).isTrue();
    }

    private static boolean isProven(Path file) {
        try {
            Optional<ProofFiles> files = ProofFiles.open(ProofSource.of(file));
            return files.isPresent()
                    && ProofRun.check(ProofSource.of(file), files.get(), ProofBasis.nothing())
                                    .verdict()
                            == ProofVerdict.PROVEN;
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Test
    void refusesEveryPartThatWasChanged() throws IOException {
        for (String name : List.of(
                STEM + ".json",
                STEM + ".p7s",
                STEM + ".tlog-proof",
                ProofFiles.ANCHOR,
                ProofFiles.PUBLICATIONS + "0001.json")) {
            byte[] whole = Objects.requireNonNull(parts.get(name)).clone();
            byte[] changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            parts.put(name, changed);
            assertThat(loose(ProofBasis.nothing()).verdict()).as(name).isEqualTo(ProofVerdict.NOT_PROVEN);
            parts.put(name, whole);
        }
        assertThat(loose(ProofBasis.nothing()).verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void refusesTheReceiptOfAnotherEvidence() throws IOException, LogFormatException {
        byte[][] other = scene.evidence(ProofScene.soon().plusSeconds(1));
        parts.put(STEM + ".tlog-proof", receipt(other, List.of(party, front)));

        ProofReport report = loose(ProofBasis.nothing());

        assertThat(report.verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
        assertThat(words(report)).contains("NOT_INCLUDED");
    }

    @Test
    void provesAReceiptOfALogThatTheNodeHasClosedSince() throws IOException {
        LogKeys next = LogKeys.generate("lienthong.vn/node-a/epoch-2");
        scene.publishLog(new NodeLogs(
                List.of(new PublishedLog(LogPurpose.EVENTS, next.origin(), keys(next.verifierKeys()))), null, null));
        parts.put(ProofFiles.PUBLICATIONS + "0001.json", scene.page());

        assertThat(loose(ProofBasis.nothing()).verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void saysPlainlyWhenOnlyOneBlocHasWitnessed() throws IOException, LogFormatException {
        byte[][] evidence = {part(".json"), part(".p7s")};
        parts.put(STEM + ".tlog-proof", receipt(evidence, List.of(party)));

        ProofReport report = loose(ProofBasis.nothing());
        assertThat(words(report)).contains("chưa đủ bên làm chứng (1)").doesNotContain("khối, muộn nhất");
        assertThat(report.verdict()).isEqualTo(ProofVerdict.SIGNED_ONLY);
    }

    @Test
    void saysThatOnlyTheNodeSignedWhenTheWitnessesWereStripped() throws IOException, LogFormatException {
        byte[][] evidence = {part(".json"), part(".p7s")};
        parts.put(STEM + ".tlog-proof", receipt(evidence, List.of()));

        assertThat(loose(ProofBasis.nothing()).verdict()).isEqualTo(ProofVerdict.SIGNED_ONLY);
    }

    @Test
    void saysPlainlyWhenThereIsNoReceiptYet() throws IOException {
        parts.remove(STEM + ".tlog-proof");
        parts.put(ProofFiles.CONTENTS, contents(Standing.PENDING, Standing.PENDING));

        ProofReport report = loose(ProofBasis.nothing());
        assertThat(words(report)).contains("chưa kèm biên nhận của nhật ký", "dấu thời gian còn đang chờ");
        assertThat(report.verdict()).isEqualTo(ProofVerdict.SIGNED_ONLY);
    }

    @Test
    void refusesAFileWithoutAPartThatItPromises() throws IOException {
        for (String ending : List.of(".json", ".p7s", ".tlog-proof")) {
            byte[] whole = part(ending);
            parts.remove(STEM + ending);
            assertThat(loose(ProofBasis.nothing()).verdict()).as(ending).isEqualTo(ProofVerdict.NOT_PROVEN);
            parts.put(STEM + ending, whole);
        }
        parts.put(ProofFiles.CONTENTS, contents(Standing.COMPLETE, Standing.COMPLETE));
        assertThat(loose(ProofBasis.nothing()).verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() throws IOException {
        parts.put(ProofFiles.CONTENTS, "{\"v\":3,\"kind\":\"dossier\"}".getBytes(StandardCharsets.UTF_8));

        ProofReport report = loose(ProofBasis.nothing());

        assertThat(report.verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
        assertThat(words(report)).contains("format version 3");
    }

    @Test
    void provesNothingWithoutEvidence() throws IOException {
        parts.keySet().removeIf(name -> name.startsWith(ProofFiles.EVIDENCE));

        assertThat(loose(ProofBasis.nothing()).verdict()).isEqualTo(ProofVerdict.NOT_PROVEN);
    }
}
