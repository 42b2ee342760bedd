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

/** Notes and verifier keys. */
class SignedNoteTest {

    /** The example of C2SP signed-note. */
    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);
    private static final TreeHead HEAD = new TreeHead(7, MerkleHash.leaf(new byte[] {7}));
    private static final LogKeys LOG = LogKeys.generate("example.com/log");
    private static final WitnessKeys WITNESS = WitnessKeys.generate("example.com/witness");

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsAndWritesVerifierKeys() throws IOException {
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key.type()).isEqualTo(NoteKeyType.ED25519);
        assertThat(key.hexId()).isEqualTo("530d903a");
        assertThat(key.text()).isEqualTo(EXAMPLE_KEY);
        for (VerifierKey own : WITNESS.verifierKeys()) {
            assertThat(VerifierKey.parse(own.text())).isEqualTo(own);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
                "example.com/foo+530d903a+",
                "example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refusesOtherVerifierKeys(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void refusesEd25519KeysThatAnybodyCanSignFor() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        assertThatThrownBy(() -> VerifierKey.of("example.com/foo", NoteKeyType.ED25519, neutral))
                .isInstanceOf(LogFormatException.class);
    }

    @Test
    void signsCheckpointsWithBothKeysOfALog() throws IOException {
        SignedNote note = SignedNote.parse(LOG.sign(HEAD, TIME).encode());
        assertThat(note.text()).isEqualTo("example.com/log\n7\n" + HEAD.root().toBase64() + "\n");
        assertThat(note.verify(LOG.verifierKeys()))
                .isEqualTo(new NoteCheck.Verified(List.of(
                        new VerifiedSignature(LOG.classical().verifierKey(), Instant.EPOCH),
                        new VerifiedSignature(LOG.postQuantum().verifierKey(), TIME))));
        assertThat(Checkpoint.parse(note.text()).head()).isEqualTo(HEAD);
    }

    @Test
    void addsCosignaturesThatVerify() throws IOException {
        Checkpoint checkpoint = Checkpoint.of(LOG.origin(), HEAD);
        List<NoteSignature> cosignatures = WITNESS.cosign(checkpoint, TIME);
        StringBuilder answer = new StringBuilder();
        cosignatures.forEach(line -> answer.append(line.line()));
        assertThat(NoteSignature.parseLines(octets(answer.toString()))).isEqualTo(cosignatures);
        SignedNote note = LOG.sign(HEAD, TIME).with(cosignatures).with(cosignatures);
        assertThat(note.signatures()).hasSize(4);
        assertThat(note.verify(WITNESS.verifierKeys())).isInstanceOf(NoteCheck.Verified.class);
    }

    @Test
    void takesOnlyGoodLinesFromAnswers() {
        SignedNote note = LOG.sign(HEAD, TIME);
        Checkpoint checkpoint = Checkpoint.of(LOG.origin(), HEAD);
        VerifierKey classical = WITNESS.classical().verifierKey();
        NoteSignature good = WITNESS.classical().sign(checkpoint, TIME);
        List<NoteSignature> answers = List.of(
                NoteSignature.of(classical, new byte[72]),
                good,
                WITNESS.classical().sign(checkpoint, TIME.plusSeconds(1)),
                NoteSignature.of(WITNESS.postQuantum().verifierKey(), new byte[2428]),
                NoteSignature.of(LOG.classical().verifierKey(), new byte[64]),
                WitnessKeys.generate("example.com/stranger").classical().sign(checkpoint, TIME));
        SignedNote cosigned = note.withVerified(answers, WITNESS.verifierKeys());
        assertThat(cosigned.signatures()).hasSize(3).endsWith(good);
        assertThat(cosigned.withVerified(answers, WITNESS.verifierKeys())).isEqualTo(cosigned);
    }

    @Test
    void ignoresUnknownKeysAndRejectsBadSignaturesOfKnownOnes() {
        SignedNote note = LOG.sign(HEAD, TIME);
        assertThat(note.verify(WITNESS.verifierKeys()))
                .isEqualTo(new NoteCheck.Rejected(NoteCheck.Reason.NO_KNOWN_KEY));
        assertThat(note.verify(List.of())).isEqualTo(new NoteCheck.Rejected(NoteCheck.Reason.NO_KNOWN_KEY));
        SignedNote other = new SignedNote(note.text().replace("\n7\n", "\n8\n"), note.signatures());
        for (VerifierKey key : LOG.verifierKeys()) {
            assertThat(other.verify(List.of(key))).isEqualTo(new NoteCheck.Rejected(NoteCheck.Reason.BAD_SIGNATURE));
        }
        List<NoteSignature> oneBad =
                List.of(note.signatures().getFirst(), other(note.signatures().get(1)));
        assertThat(new SignedNote(note.text(), oneBad).verify(LOG.verifierKeys()))
                .isEqualTo(new NoteCheck.Rejected(NoteCheck.Reason.BAD_SIGNATURE));
    }

    private static NoteSignature other(NoteSignature signature) {
        byte[] blob = signature.blob();
        blob[blob.length - 1] ^= 1;
        return NoteSignature.of(LOG.postQuantum().verifierKey(), blob);
    }

    @Test
    void bindsPostQuantumCosignaturesToTheirTimeAndName() {
        SignedNote note = LOG.sign(HEAD, TIME);
        NoteSignature signature = note.signatures().get(1);
        byte[] later = signature.blob();
        later[7] ^= 1;
        SignedNote changed = new SignedNote(
                note.text(), List.of(NoteSignature.of(LOG.postQuantum().verifierKey(), later)));
        assertThat(changed.verify(LOG.verifierKeys()))
                .isEqualTo(new NoteCheck.Rejected(NoteCheck.Reason.BAD_SIGNATURE));
        byte[] beforeTheEpoch = signature.blob();
        beforeTheEpoch[0] = (byte) 0x80;
        SignedNote impossible = new SignedNote(
                note.text(), List.of(NoteSignature.of(LOG.postQuantum().verifierKey(), beforeTheEpoch)));
        assertThat(impossible.verify(LOG.verifierKeys())).isInstanceOf(NoteCheck.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\n— a AAAAAAA=",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a  AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a AAAAAAA= \n",
                "text\n\n— a AAAAAAA=\nmore\n",
                "te\txt\n\n— a AAAAAAA=\n",
                "te\rxt\n\n— a AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n— a AAAAAAA=\n"
            })
    void refusesWhatIsNoNote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(octets(note))).isInstanceOf(LogFormatException.class);
    }

    @Test
    void readsNotesWithBlankLinesInTheText() throws IOException {
        SignedNote note = SignedNote.parse(octets("one\n\ntwo\n\n— a AAAAAAA=\n"));
        assertThat(note.text()).isEqualTo("one\n\ntwo\n");
        assertThat(note.encode()).isEqualTo(octets("one\n\ntwo\n\n— a AAAAAAA=\n"));
    }

    @Test
    void refusesNotesBeyondTheLimits() {
        String line = "— a AAAAAAA=\n";
        String many = "text\n\n" + String.join("", Collections.nCopies(65, line));
        assertThatThrownBy(() -> SignedNote.parse(octets(many))).isInstanceOf(LogFormatException.class);
        byte[] large = octets("x".repeat(SignedNote.MAX_SIZE) + "\n\n" + line);
        assertThatThrownBy(() -> SignedNote.parse(large)).isInstanceOf(LogFormatException.class);
        byte[] notUtf8 = octets("text\n\n" + line);
        notUtf8[0] = (byte) 0xff;
        assertThatThrownBy(() -> SignedNote.parse(notUtf8)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void keepsKeysAsPkcs8() throws IOException {
        LogKeys kept = LogKeys.ofPkcs8(
                LOG.origin(),
                LOG.classical().exportPkcs8().expose(),
                LOG.postQuantum().exportPkcs8().expose());
        assertThat(kept.verifierKeys()).isEqualTo(LOG.verifierKeys());
        assertThat(kept.sign(HEAD, TIME).verify(LOG.verifierKeys())).isInstanceOf(NoteCheck.Verified.class);
        byte[] witness = WITNESS.classical().exportPkcs8().expose();
        byte[] postQuantum = WITNESS.postQuantum().exportPkcs8().expose();
        assertThat(WitnessKeys.ofPkcs8(WITNESS.name(), witness, postQuantum).verifierKeys())
                .isEqualTo(WITNESS.verifierKeys());
        assertThatThrownBy(() -> LogKeys.ofPkcs8(LOG.origin(), postQuantum, witness))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> LogKeys.ofPkcs8(LOG.origin(), new byte[9], postQuantum))
                .isInstanceOf(IOException.class);
        assertThat(LOG.toString()).doesNotContain(LOG.classical().verifierKey().text());
    }
}
