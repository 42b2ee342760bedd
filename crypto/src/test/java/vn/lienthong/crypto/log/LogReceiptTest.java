package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receipts: what they prove, and what they do not. */
class LogReceiptTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);
    private static final int SIZE = 300;
    private static final int INDEX = 123;
    private static final List<MerkleHash> LEAVES = NaiveTree.leaves(SIZE);
    private static final TreeHead HEAD = new TreeHead(SIZE, MerkleFrontier.rootOf(LEAVES));
    private static final LogKeys LOG = LogKeys.generate("example.com/log");
    private static final WitnessKeys WITNESS = WitnessKeys.generate("example.com/witness");
    private static final LogPolicy POLICY = new LogPolicy(
            List.of(
                    new LogPolicy.Log(LOG.classical().verifierKey(), ""),
                    new LogPolicy.Log(LOG.postQuantum().verifierKey(), "")),
            List.of(
                    new LogPolicy.Witness("w-classical", WITNESS.classical().verifierKey(), ""),
                    new LogPolicy.Witness("w", WITNESS.postQuantum().verifierKey(), "")),
            List.of(LogPolicy.Group.all("both", List.of("w-classical", "w"))),
            "both");

    private static SignedNote cosigned() {
        return LOG.sign(HEAD, TIME).with(WITNESS.cosign(Checkpoint.of(LOG.origin(), HEAD), TIME));
    }

    private static LogReceipt receipt(byte[] extra, SignedNote note) throws IOException {
        return LogReceipt.of(InclusionProof.build(INDEX, SIZE, MemoryTiles.of(LEAVES)), extra, note);
    }

    @Test
    void provesAnEntryThatTheQuorumSaw() throws IOException {
        byte[] octets = receipt(new byte[0], cosigned()).encode();
        assertThat(new String(octets, StandardCharsets.UTF_8)).startsWith("c2sp.org/tlog-proof@v1\nindex 123\n");
        LogReceipt read = LogReceipt.parse(octets);
        assertThat(read.encode()).isEqualTo(octets);
        assertThat(read.verify(NaiveTree.entry(INDEX), POLICY))
                .isInstanceOfSatisfying(ReceiptCheck.Proven.class, proven -> {
                    assertThat(proven.index()).isEqualTo(INDEX);
                    assertThat(proven.checkpoint().isPostQuantum()).isTrue();
                    assertThat(proven.checkpoint().witnessedBy()).contains(TIME);
                });
    }

    @Test
    void carriesAdditionalDataThatProveNothing() throws IOException {
        byte[] octets = receipt(new byte[] {1, 2, 3}, cosigned()).encode();
        LogReceipt read = LogReceipt.parse(octets);
        assertThat(read.extra()).containsExactly(1, 2, 3);
        assertThat(read.encode()).isEqualTo(octets);
        assertThat(read.verify(NaiveTree.entry(INDEX), POLICY)).isInstanceOf(ReceiptCheck.Proven.class);
    }

    @Test
    void saysWhenWitnessesAreMissing() throws IOException {
        LogReceipt receipt = receipt(new byte[0], LOG.sign(HEAD, TIME));
        assertThat(receipt.verify(NaiveTree.entry(INDEX), POLICY)).isInstanceOf(ReceiptCheck.Unwitnessed.class);
        assertThat(receipt.verify(NaiveTree.entry(INDEX + 1), POLICY))
                .isEqualTo(new ReceiptCheck.Refused(ReceiptCheck.Reason.NOT_INCLUDED));
    }

    @Test
    void refusesOtherEntriesPlacesAndLogs() throws IOException {
        LogReceipt good = receipt(new byte[0], cosigned());
        assertThat(good.verify(NaiveTree.entry(INDEX + 1), POLICY))
                .isEqualTo(new ReceiptCheck.Refused(ReceiptCheck.Reason.NOT_INCLUDED));
        String text = new String(good.encode(), StandardCharsets.UTF_8);
        for (String index : List.of("122", "124", "300", "9223372036854775807")) {
            byte[] moved = text.replace("index 123", "index " + index).getBytes(StandardCharsets.UTF_8);
            assertThat(LogReceipt.parse(moved).verify(NaiveTree.entry(INDEX), POLICY))
                    .isEqualTo(new ReceiptCheck.Refused(ReceiptCheck.Reason.NOT_INCLUDED));
        }
        LogKeys other = LogKeys.generate("example.com/log");
        assertThat(receipt(new byte[0], other.sign(HEAD, TIME)).verify(NaiveTree.entry(INDEX), POLICY))
                .isEqualTo(new ReceiptCheck.Refused(ReceiptCheck.Reason.UNKNOWN_LOG));
    }

    @Test
    void noFlippedOctetLeavesItsProofIntact() throws IOException {
        byte[] good = receipt(new byte[0], cosigned()).encode();
        int step = 7;
        for (int at = 0; at < good.length; at += at < 1200 ? 1 : step) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThat(isProven(bad)).as("octet " + at).isFalse();
        }
    }

    private static boolean isProven(byte[] receipt) {
        try {
            LogReceipt parsed = LogReceipt.parse(receipt);
            // dropping one of two log signatures leaves the rest proven, without the one that was lost
            return parsed.verify(NaiveTree.entry(INDEX), POLICY) instanceof ReceiptCheck.Proven proven
                    && proven.checkpoint().logSignatures().size() == 2;
        } catch (LogFormatException e) {
            return false;
        }
    }

    @Test
    void refusesMalformedReceipts() throws IOException {
        String good = new String(receipt(new byte[] {1}, cosigned()).encode(), StandardCharsets.UTF_8);
        String hash = LEAVES.getFirst().toBase64() + "\n";
        for (String bad : List.of(
                "",
                "c2sp.org/tlog-proof@v1\n",
                good.replace("@v1", "@v2"),
                good.replace("extra AQ==\n", "extra \n"),
                good.replace("extra AQ==\n", "extra AQ=\n"),
                good.replace("extra AQ==\n", "extra AQ==\nextra AQ==\n"),
                good.replace("extra AQ==\n", "extra " + "AAAA".repeat(30_000) + "\n"),
                good.replace("index 123\n", ""),
                good.replace("index 123\n", "index 123\n\n"),
                good.replace("index 123", "index 0123"),
                good.replace("index 123", "index -1"),
                good.replace("index 123", "index 18446744073709551615"),
                good.replace("index 123\n", "index 123\n" + hash.repeat(64)),
                good.replace("index 123\n", "index 123\nAAAA\n"),
                good.substring(0, good.length() - 1),
                good + "\n")) {
            assertThatThrownBy(() -> LogReceipt.parse(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad.substring(0, Math.min(60, bad.length())))
                    .isInstanceOf(LogFormatException.class);
        }
        InclusionProof otherTree = new InclusionProof(1, 2, Collections.nCopies(1, LEAVES.getFirst()));
        assertThatThrownBy(() -> LogReceipt.of(otherTree, new byte[0], cosigned()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
