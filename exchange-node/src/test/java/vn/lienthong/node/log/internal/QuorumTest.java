package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.log.ListedWitnesses.Listed;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.StartRefusedException;

class QuorumTest {

    private static final LogKeys KEYS = LogKeys.generate("lienthong.vn/a");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path folder = Path.of("unset");

    private final WitnessKeys party = WitnessKeys.generate("lienthong.vn/p/witness");
    private final WitnessKeys otherParty = WitnessKeys.generate("lienthong.vn/p2/witness");
    private final WitnessKeys government = WitnessKeys.generate("lienthong.vn/g/witness");
    private final WitnessKeys front = WitnessKeys.generate("lienthong.vn/f/witness");

    @Test
    void needsNobodyWhenNobodyIsListed() throws IOException {
        Quorum quorum = Quorum.read(log(), List.of());
        assertThat(quorum.isNone()).isTrue();
        assertThat(quorum.asked()).isEmpty();
        assertThat(quorum.isReached(note())).isTrue();
    }

    @Test
    void needsTwoBlocsOfThree() throws IOException {
        Quorum quorum = Quorum.read(
                log(), List.of(listed(party, "PARTY"), listed(government, "GOVERNMENT"), listed(front, "FRONT")));
        assertThat(quorum.asked()).hasSize(3).allMatch(asked -> asked.keys().size() == 2);
        assertThat(quorum.isReached(cosigned(party))).isFalse();
        assertThat(quorum.isReached(cosigned(party, front))).isTrue();
    }

    @Test
    void countsTwoNodesOfOneBlocAsOne() throws IOException {
        Quorum quorum = Quorum.read(
                log(), List.of(listed(party, "PARTY"), listed(otherParty, "PARTY"), listed(front, "FRONT")));
        assertThat(quorum.isReached(cosigned(party, otherParty))).isFalse();
        assertThat(quorum.isReached(cosigned(otherParty, front))).isTrue();
    }

    @Test
    void tellsWhetherThoseWhoAreAwayCouldHaveProvenMore() throws IOException {
        Quorum quorum = Quorum.read(
                log(), List.of(listed(party, "PARTY"), listed(otherParty, "PARTY"), listed(front, "FRONT")));
        assertThat(quorum.couldBeReachedBy(Set.of(party.name(), otherParty.name())))
                .isFalse();
        assertThat(quorum.couldBeReachedBy(Set.of(front.name()))).isFalse();
        assertThat(quorum.couldBeReachedBy(Set.of(party.name(), front.name()))).isTrue();
    }

    @Test
    void goesOnAfterAStartWhenMostWitnessesAnswer() throws IOException {
        Quorum quorum = Quorum.read(
                log(), List.of(listed(party, "PARTY"), listed(otherParty, "PARTY"), listed(front, "PARTY")));
        assertThat(quorum.isKnownWithout(Set.of())).isTrue();
        assertThat(quorum.isKnownWithout(Set.of(front.name()))).isTrue();
        assertThat(quorum.isKnownWithout(Set.of(front.name(), party.name()))).isFalse();
    }

    @Test
    void waitsAfterAStartWhenHalfOfTheWitnessesAreAway() throws IOException {
        Quorum quorum = Quorum.read(log(), List.of(listed(party, "PARTY"), listed(otherParty, "PARTY")));
        assertThat(quorum.isKnownWithout(Set.of(party.name()))).isFalse();
    }

    @Test
    void needsBothKindsOfSignatureOfAWitness() throws IOException {
        Quorum quorum = Quorum.read(log(), List.of(listed(party, "PARTY")));
        SignedNote plain = note();
        Checkpoint checkpoint = Checkpoint.parse(plain.text());
        assertThat(quorum.isReached(plain.with(List.of(party.classical().sign(checkpoint, NOW)))))
                .isFalse();
        assertThat(quorum.isReached(cosigned(party))).isTrue();
    }

    @Test
    void followsTheDirectoryUntilTheOperatorWritesAPolicy() throws IOException {
        OwnLog log = log();
        assertThat(Quorum.read(log, List.of()).isNone()).isTrue();
        assertThat(Quorum.read(log, List.of(listed(party, "PARTY"))).isNone()).isFalse();
        LogPolicy own = new LogPolicy(
                List.of(new LogPolicy.Log(KEYS.classical().verifierKey(), "")), List.of(), List.of(), LogPolicy.NONE);
        log.files().replace(LogFiles.POLICY, own.encode());
        assertThat(Quorum.read(log, List.of(listed(party, "PARTY"))).policy()).isEqualTo(own);
        assertThat(log.files().text(LogFiles.POLICY).orElseThrow()).isEqualTo(own.encode());
    }

    @Test
    void refusesAPolicyOfTheOperatorThatDoesNotRead() throws IOException {
        OwnLog log = log();
        log.files().replace(LogFiles.POLICY, "quorum nobody\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Quorum.read(log, List.of())).isInstanceOf(StartRefusedException.class);
    }

    private OwnLog log() {
        return new OwnLog(LogName.EVENTS, KEYS, new LogFiles(folder));
    }

    private static Listed listed(WitnessKeys keys, String bloc) {
        return new Listed(
                keys.verifierKeys(), URI.create("https://" + keys.name().split("/", -1)[1] + "/witness"), bloc);
    }

    private static SignedNote note() {
        return KEYS.sign(TreeHead.empty(), NOW);
    }

    private static SignedNote cosigned(WitnessKeys... witnesses) throws IOException {
        SignedNote note = note();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        for (WitnessKeys witness : witnesses) {
            note = note.with(witness.cosign(checkpoint, NOW));
        }
        return note;
    }
}
