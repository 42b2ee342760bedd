package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a witness cosigns, and what it refuses. */
class WitnessTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);
    private static final LogKeys LOG = LogKeys.generate("example.com/log");
    private static final List<MerkleHash> LEAVES = NaiveTree.leaves(40);
    private static final MemoryTiles TILES = MemoryTiles.of(LEAVES);

    private static TreeHead head(int size) {
        return new TreeHead(size, MerkleFrontier.rootOf(LEAVES.subList(0, size)));
    }

    private static List<MerkleHash> proof(int from, int to) throws IOException {
        return ConsistencyProof.build(from, to, to == 40 ? TILES : MemoryTiles.of(LEAVES.subList(0, to)))
                .path();
    }

    private static WitnessRequest request(int from, int to) throws IOException {
        return WitnessRequest.of(from, proof(from, to), LOG.sign(head(to), TIME));
    }

    private static WitnessDecision decide(TreeHead known, WitnessRequest request) {
        return WitnessDecision.decide(known, request, LOG.verifierKeys());
    }

    @Test
    void cosignsWhatGrewFromTheKnownHead() throws IOException {
        for (int from = 1; from <= 40; from++) {
            byte[] octets = request(from, 40).encode();
            WitnessRequest sent = WitnessRequest.parse(octets);
            assertThat(sent.encode()).isEqualTo(octets);
            WitnessDecision decision = decide(head(from), sent);
            assertThat(decision).isEqualTo(new WitnessDecision.Cosign(Checkpoint.of(LOG.origin(), head(40))));
            assertThat(decision.status()).isEqualTo(200);
        }
        assertThat(decide(TreeHead.empty(), request(0, 40))).isInstanceOf(WitnessDecision.Cosign.class);
        assertThat(decide(TreeHead.empty(), request(0, 0))).isInstanceOf(WitnessDecision.Cosign.class);
    }

    @Test
    void tellsTheSizeItKnowsWhenTheLogBelievesAnother() throws IOException {
        WitnessDecision decision = decide(head(20), request(10, 40));
        assertThat(decision).isEqualTo(new WitnessDecision.Conflict(20));
        assertThat(decision.status()).isEqualTo(409);
        assertThat(decide(head(20), request(0, 40))).isEqualTo(new WitnessDecision.Conflict(20));
        // a log restored from an older backup
        assertThat(decide(head(20), request(5, 10))).isEqualTo(new WitnessDecision.Conflict(20));
        assertThat(WitnessRequest.parseSize("20\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20", "020\n", "20\n\n", " 20\n", "-1\n", "99999999999999999999\n", "9223372036854775808\n"})
    void refusesOtherSizes(String text) {
        assertThatThrownBy(() -> WitnessRequest.parseSize(text.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(LogFormatException.class);
    }

    @Test
    void refusesBadProofs() throws IOException {
        SignedNote note = LOG.sign(head(40), TIME);
        List<MerkleHash> good = proof(20, 40);
        for (List<MerkleHash> bad : List.of(List.<MerkleHash>of(), proof(21, 40), good.subList(1, good.size()))) {
            WitnessDecision decision = decide(head(20), WitnessRequest.of(20, bad, note));
            assertThat(decision).isEqualTo(new WitnessDecision.BadProof());
            assertThat(decision.status()).isEqualTo(422);
        }
        assertThat(decide(TreeHead.empty(), WitnessRequest.of(0, good, note)))
                .isEqualTo(new WitnessDecision.BadProof());
        TreeHead forked = new TreeHead(20, LEAVES.getFirst());
        assertThat(decide(forked, WitnessRequest.of(20, good, note))).isEqualTo(new WitnessDecision.BadProof());
    }

    @Test
    void keepsTheProofThatALogSignedTwoTreesOfOneSize() throws IOException {
        TreeHead other = new TreeHead(40, LEAVES.getFirst());
        for (int old : new int[] {40, 20}) {
            WitnessRequest request = WitnessRequest.of(old, List.of(), LOG.sign(other, TIME));
            WitnessDecision decision = decide(head(40), request);
            assertThat(decision).isEqualTo(new WitnessDecision.Misbehaviour(head(40), request));
            assertThat(decision.status()).isEqualTo(422);
        }
        TreeHead notEmpty = new TreeHead(0, LEAVES.getFirst());
        assertThat(decide(TreeHead.empty(), WitnessRequest.of(0, List.of(), LOG.sign(notEmpty, TIME))))
                .isInstanceOf(WitnessDecision.Misbehaviour.class);
    }

    @Test
    void refusesUnknownLogsAndForeignSignatures() throws IOException {
        WitnessRequest request = request(20, 40);
        LogKeys stranger = LogKeys.generate("example.com/other");
        LogKeys sameName = LogKeys.generate(LOG.origin());
        WitnessDecision unknown = WitnessDecision.decide(head(20), request, stranger.verifierKeys());
        assertThat(unknown).isEqualTo(new WitnessDecision.UnknownOrigin());
        assertThat(unknown.status()).isEqualTo(404);
        WitnessDecision foreign = WitnessDecision.decide(head(20), request, sameName.verifierKeys());
        assertThat(foreign).isEqualTo(new WitnessDecision.BadSignature());
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void demandsBothKindsOfSignature() throws IOException {
        SignedNote both = LOG.sign(head(40), TIME);
        for (NoteSignature only : both.signatures()) {
            SignedNote half = new SignedNote(both.text(), List.of(only));
            WitnessRequest request = WitnessRequest.of(20, proof(20, 40), half);
            assertThat(decide(head(20), request)).isEqualTo(new WitnessDecision.BadSignature());
        }
        LogKeys next = LogKeys.generate(LOG.origin());
        List<VerifierKey> duringTheChange = List.of(
                LOG.classical().verifierKey(),
                LOG.postQuantum().verifierKey(),
                next.classical().verifierKey(),
                next.postQuantum().verifierKey());
        assertThat(WitnessDecision.decide(head(20), request(20, 40), duringTheChange))
                .isInstanceOf(WitnessDecision.Cosign.class);
    }

    @Test
    void refusesAnOldSizeBeyondTheCheckpoint() throws IOException {
        WitnessRequest request = WitnessRequest.of(40, List.of(), LOG.sign(head(20), TIME));
        assertThat(decide(head(40), request)).isEqualTo(new WitnessDecision.Malformed());
        assertThat(decide(head(40), request).status()).isEqualTo(400);
    }

    @Test
    void refusesMalformedRequests() throws IOException {
        String good = new String(request(20, 40).encode(), StandardCharsets.UTF_8);
        String hash = LEAVES.getFirst().toBase64() + "\n";
        for (String bad : List.of(
                "",
                "old 20\n",
                good.replace("old 20", "old 020"),
                good.replace("old 20", "old -1"),
                good.replace("old 20", "old  20"),
                good.replace("old 20", "new 20"),
                good.replace("old 20\n", "old 20\n\n"),
                good.replace("old 20\n", "old 20\n" + hash.repeat(64)),
                good.replace("old 20\n", "old 20\nAAAA\n"),
                good.replace("old 20\n", "old 20\n" + hash.replace("=", "") + "\n"),
                good.replace("\n40\n", "\n040\n"),
                good.replace("\n40\n", "\n40\n40\n"),
                good.substring(0, good.length() - 1),
                good + "\n",
                good + "\u2014 a AAAAAAA=\n".repeat(WitnessRequest.MAX_SIGNATURES - 1),
                good + "x".repeat(WitnessRequest.MAX_SIZE))) {
            assertThatThrownBy(() -> WitnessRequest.parse(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad.substring(0, Math.min(40, bad.length())))
                    .isInstanceOf(LogFormatException.class);
        }
        List<MerkleHash> tooMany = Collections.nCopies(64, LEAVES.getFirst());
        SignedNote note = LOG.sign(head(40), TIME);
        assertThatThrownBy(() -> WitnessRequest.of(20, tooMany, note)).isInstanceOf(IllegalArgumentException.class);
    }
}
