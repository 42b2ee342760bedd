package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked example of the protocol document is what the code computes. */
class WorkedExampleTest {

    private static final String PKCS8 = "302e020100300506032b657004220420";
    private static final String TEST_1 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String TEST_2 = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);
    private static final List<byte[]> ENTRIES = List.of(entry(1), entry(2), entry(3));

    private static String chapter = "";

    @BeforeAll
    static void readsTheDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/protocol.md"), StandardCharsets.UTF_8);
        chapter = document.substring(document.indexOf("### 13.8 "));
    }

    private static byte[] entry(int number) {
        return ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static NoteSigningKey key(String name, NoteKeyType type, String seed) throws IOException {
        return NoteSigningKey.ofPkcs8(name, type, HexFormat.of().parseHex(PKCS8 + seed));
    }

    @Test
    void statesTheHashesAndTheBundle() {
        List<MerkleHash> leaves = ENTRIES.stream().map(MerkleHash::leaf).toList();
        leaves.forEach(leaf -> assertThat(chapter).contains(leaf.toHex()));
        assertThat(chapter)
                .contains(MerkleHash.node(leaves.get(0), leaves.get(1)).toHex())
                .contains(MerkleFrontier.rootOf(leaves).toHex())
                .contains(HexFormat.of().formatHex(EntryBundle.encode(ENTRIES)));
    }

    @Test
    void statesPolicyAndReceipt() throws IOException {
        NoteSigningKey log = key("lienthong.vn/log/example", NoteKeyType.ED25519, TEST_1);
        NoteSigningKey witness = key("lienthong.vn/witness/example", NoteKeyType.COSIGNATURE_ED25519, TEST_2);
        TileWriter writer = TileWriter.create();
        ENTRIES.forEach(entry -> writer.append(MerkleHash.leaf(entry)));
        MemoryTiles tiles = new MemoryTiles();
        tiles.write(writer.takeTiles());
        Checkpoint checkpoint = Checkpoint.of("lienthong.vn/log/example", writer.head());
        SignedNote note =
                new SignedNote(checkpoint.text(), List.of(log.sign(checkpoint, TIME), witness.sign(checkpoint, TIME)));
        LogPolicy policy = new LogPolicy(
                List.of(new LogPolicy.Log(log.verifierKey(), "")),
                List.of(new LogPolicy.Witness("w", witness.verifierKey(), "")),
                List.of(),
                "w");
        LogReceipt receipt = LogReceipt.of(InclusionProof.build(1, 3, tiles), new byte[0], note);
        assertThat(chapter)
                .contains("```\n" + new String(policy.encode(), StandardCharsets.UTF_8) + "```")
                .contains("```\n" + new String(receipt.encode(), StandardCharsets.UTF_8) + "```");
        assertThat(receipt.verify(ENTRIES.get(1), policy)).isInstanceOf(ReceiptCheck.Proven.class);
    }
}
