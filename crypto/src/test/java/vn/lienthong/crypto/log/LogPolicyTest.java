package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy files, and checkpoints held against them. */
class LogPolicyTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);
    private static final TreeHead HEAD = new TreeHead(7, MerkleHash.leaf(new byte[] {7}));
    private static final LogKeys LOG = LogKeys.generate("example.com/log");
    private static final List<WitnessKeys> WITNESSES = Stream.of("p1", "p2", "g1", "g2", "f1")
            .map(name -> WitnessKeys.generate("example.com/" + name))
            .toList();

    private static final String LOGS = "log " + LOG.classical().verifierKey().text() + " https://example.com/log\n";
    private static final String NAMES = witnesses();
    private static final String BLOCS = """
        group party any P1 P2
        group government any G1 G2
        group front all F1
        group two 2 party government front
        quorum two
        """;

    private static String witnesses() {
        StringBuilder lines = new StringBuilder();
        for (WitnessKeys witness : WITNESSES) {
            String name = witness.name().substring("example.com/".length()).toUpperCase(Locale.ROOT);
            lines.append("witness ")
                    .append(name)
                    .append(' ')
                    .append(key(witness))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String key(WitnessKeys witness) {
        return witness.postQuantum().verifierKey().text();
    }

    private static LogPolicy policy(String text) throws LogFormatException {
        return LogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedNote cosigned(int... who) {
        List<NoteSignature> lines = new ArrayList<>();
        for (int witness : who) {
            lines.addAll(WITNESSES.get(witness).cosign(Checkpoint.of(LOG.origin(), HEAD), TIME.plusSeconds(witness)));
        }
        return LOG.sign(HEAD, TIME).with(lines);
    }

    @Test
    void acceptsAQuorumOfTheBlocs() throws IOException {
        LogPolicy policy = policy(LOGS + NAMES + BLOCS);
        assertThat(policy.evaluate(cosigned(0, 4))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy.evaluate(cosigned(1, 2, 3))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy.evaluate(cosigned(0, 1, 2, 3, 4))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy.evaluate(cosigned())).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(cosigned(4))).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(cosigned(0, 1))).isInstanceOf(PolicyCheck.QuorumMissing.class);
    }

    @Test
    void tellsWhoSaysWhatAndWhen() throws IOException {
        LogPolicy policy = policy(LOGS + NAMES + BLOCS);
        PolicyCheck check = policy.evaluate(cosigned(0, 4));
        assertThat(check).isInstanceOfSatisfying(PolicyCheck.Accepted.class, accepted -> {
            AttestedCheckpoint attested = accepted.checkpoint();
            assertThat(attested.checkpoint().head()).isEqualTo(HEAD);
            assertThat(attested.isPostQuantum()).isFalse();
            assertThat(attested.witnessedBy()).contains(TIME.plusSeconds(4));
            assertThat(attested.witnesses().stream().map(AttestedCheckpoint.WitnessStatement::name))
                    .containsExactly("P1", "F1");
        });
        LogPolicy postQuantum =
                policy.withLogs(List.of(new LogPolicy.Log(LOG.postQuantum().verifierKey(), "")));
        assertThat(postQuantum.evaluate(cosigned(0, 4)))
                .isInstanceOfSatisfying(
                        PolicyCheck.Accepted.class,
                        accepted -> assertThat(accepted.checkpoint().isPostQuantum())
                                .isTrue());
    }

    @Test
    void rejectsUnknownLogsBadSignaturesAndOtherNotes() throws IOException {
        LogPolicy policy = policy(LOGS + NAMES + BLOCS);
        assertThat(policy.evaluate(LogKeys.generate("example.com/other").sign(HEAD, TIME)))
                .isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.UNKNOWN_LOG));
        assertThat(policy.evaluate(LogKeys.generate(LOG.origin()).sign(HEAD, TIME)))
                .isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.UNKNOWN_LOG));
        assertThat(policy.withLogs(List.of()).evaluate(cosigned(0, 4)))
                .isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.UNKNOWN_LOG));
        SignedNote good = cosigned(0, 4);
        SignedNote other = new SignedNote(good.text().replace("\n7\n", "\n8\n"), good.signatures());
        assertThat(policy.evaluate(other)).isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.BAD_SIGNATURE));
        SignedNote onlyWitnessBad = new SignedNote(
                good.text(),
                List.of(
                        good.signatures().getFirst(),
                        NoteSignature.of(WITNESSES.getFirst().postQuantum().verifierKey(), new byte[2428])));
        assertThat(policy.evaluate(onlyWitnessBad))
                .isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.BAD_SIGNATURE));
        assertThat(policy.evaluate(new SignedNote("hello\n", good.signatures())))
                .isEqualTo(new PolicyCheck.Rejected(PolicyCheck.Reason.NO_CHECKPOINT));
    }

    @Test
    void readsCommentsBlanksAndTabs() throws IOException {
        LogPolicy plain = policy(LOGS + NAMES + BLOCS);
        LogPolicy adorned = policy("# chính sách\n\n \t \n" + LOGS.replace(" ", "\t ") + "  # note\n" + NAMES + BLOCS);
        assertThat(adorned).isEqualTo(plain);
        assertThat(LogPolicy.parse(plain.encode())).isEqualTo(plain);
        assertThat(policy("quorum none\n").quorum()).isEqualTo(LogPolicy.NONE);
        assertThat(policy(LOGS + "quorum none\n").evaluate(cosigned())).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy(LOGS + NAMES + "quorum P2\n").evaluate(cosigned(1))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy(LOGS + NAMES + "quorum P2\n").evaluate(cosigned(0)))
                .isInstanceOf(PolicyCheck.QuorumMissing.class);
    }

    static Stream<String> brokenPolicies() {
        String log = LOG.classical().verifierKey().text();
        String witness = key(WITNESSES.getFirst());
        return Stream.of(
                "",
                "\n",
                "quorum",
                "quorum none",
                "quorum none\nquorum none\n",
                "quorum none none\n",
                "quorum\n",
                "quorum P1\n",
                "quorum P1\nwitness P1 " + witness + "\n",
                "Quorum none\n",
                "witnesses P1 " + witness + "\nquorum none\n",
                "log " + witness.replace("p1", "p9") + "\nquorum none\n",
                "log " + WITNESSES.getFirst().classical().verifierKey().text() + "\nquorum none\n",
                "log " + log + "\nlog " + log + "\nquorum none\n",
                "log " + log + " https://a https://b\nquorum none\n",
                "log\nquorum none\n",
                "witness P1 " + log + "\nquorum P1\n",
                "witness none " + witness + "\nquorum none\n",
                "witness P1\nquorum none\n",
                "witness P1 " + witness + "\nwitness P1 " + key(WITNESSES.get(1)) + "\nquorum P1\n",
                "witness P1 " + witness + "\nwitness P2 " + witness + "\nquorum P1\n",
                NAMES + "group a any\nquorum a\n",
                NAMES + "group a 0 P1\nquorum a\n",
                NAMES + "group a 2 P1\nquorum a\n",
                NAMES + "group a 01 P1\nquorum a\n",
                NAMES + "group a some P1\nquorum a\n",
                NAMES + "group a any a\nquorum a\n",
                NAMES + "group a any b\ngroup b any a\nquorum a\n",
                NAMES + "group a any b\ngroup b any P1\nquorum a\n",
                NAMES + "group a any P1 P1\nquorum a\n",
                NAMES + "group a any P1\ngroup b any P1\nquorum a\n",
                NAMES + "group P1 any P2\nquorum P1\n",
                NAMES + "group none any P1\nquorum none\n",
                NAMES + "group a any none\nquorum a\n",
                "quorum none\r\n",
                "quorum none\u0000\n",
                "quorum none\u007f\n",
                "\u00a0quorum none\n");
    }

    @ParameterizedTest
    @MethodSource("brokenPolicies")
    void refusesBrokenPolicies(String text) {
        assertThatThrownBy(() -> policy(text)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void refusesPoliciesBeyondTheLimits() {
        assertThatThrownBy(() -> policy("#" + "x".repeat(LogPolicy.MAX_SIZE) + "\nquorum none\n"))
                .isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> policy("\n".repeat(9_000) + "quorum none\n")).isInstanceOf(LogFormatException.class);
        List<LogPolicy.Group> cycle = List.of(LogPolicy.Group.any("a", List.of("b")));
        assertThatThrownBy(() -> new LogPolicy(List.of(), List.of(), cycle, "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
