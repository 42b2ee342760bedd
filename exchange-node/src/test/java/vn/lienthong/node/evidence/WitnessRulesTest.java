package vn.lienthong.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.testing.TestPublications;

/** Whose cosignatures a receipt of another node needs: by the directory, and by what the operator wrote. */
class WitnessRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final Party issuer = new Party("issuer", Bloc.GOVERNMENT, 1);
    private final Party party = new Party("party", Bloc.PARTY, 2);
    private final Party front = new Party("front", Bloc.FRONT, 3);
    private final DirectorySnapshot snapshot = directory(issuer, party, front);

    /** A node with its log and its witness. */
    private record Party(NodeId node, Bloc bloc, int number, LogKeys log, WitnessKeys witness) {

        Party(String name, Bloc bloc, int number) {
            this(
                    new NodeId(name),
                    bloc,
                    number,
                    LogKeys.generate("lienthong.vn/" + name),
                    WitnessKeys.generate("lienthong.vn/" + name + "/witness"));
        }
    }

    @Test
    void needsTwoBlocsOtherThanTheIssuersNodeUnlessTheOperatorWroteAPolicy() {
        LogPolicy policy = WitnessRules.forLogOf(issuer.node(), snapshot).orElseThrow();
        assertThat(policy.evaluate(note(issuer, party))).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(note(issuer, issuer, party))).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(note(issuer, party, front))).isInstanceOf(PolicyCheck.Accepted.class);
    }

    @Test
    void demandsOfTheLogsOfOthersWhatTheOperatorWrote() {
        LogPolicy written = written("front", 1, front);
        LogPolicy policy =
                WitnessRules.forLogOf(issuer.node(), snapshot, written).orElseThrow();
        assertThat(policy.evaluate(note(issuer, party))).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(note(issuer, front))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(policy.evaluate(note(party, front))).isInstanceOf(PolicyCheck.Rejected.class);
    }

    @Test
    void doesNotCountTheIssuersOwnCosignature() {
        LogPolicy two = written("two", 2, issuer, party, front);
        LogPolicy policy = WitnessRules.forLogOf(issuer.node(), snapshot, two).orElseThrow();
        assertThat(policy.evaluate(note(issuer, issuer, party))).isInstanceOf(PolicyCheck.QuorumMissing.class);
        assertThat(policy.evaluate(note(issuer, party, front))).isInstanceOf(PolicyCheck.Accepted.class);
        LogPolicy all = written("all", 3, issuer, party, front);
        assertThat(WitnessRules.forLogOf(issuer.node(), snapshot, all)).isEmpty();
        assertThat(WitnessRules.forLogOf(new NodeId("unknown"), snapshot, two)).isEmpty();
    }

    private static LogPolicy written(String group, int threshold, Party... members) {
        List<LogPolicy.Witness> witnesses = new ArrayList<>();
        for (Party member : members) {
            VerifierKey key = member.witness().classical().verifierKey();
            witnesses.add(new LogPolicy.Witness("w-" + member.node(), key, ""));
        }
        List<String> names = witnesses.stream().map(LogPolicy.Witness::name).toList();
        return new LogPolicy(List.of(), witnesses, List.of(new LogPolicy.Group(group, threshold, names)), group);
    }

    private static SignedNote note(Party log, Party... cosigners) {
        SignedNote note = log.log().sign(TreeHead.empty(), NOW);
        Checkpoint checkpoint = Checkpoint.of(log.log().origin(), TreeHead.empty());
        for (Party cosigner : cosigners) {
            note = note.with(cosigner.witness().cosign(checkpoint, NOW));
        }
        return note;
    }

    private static DirectorySnapshot directory(Party... parties) {
        List<DirectoryChange> changes = new ArrayList<>();
        for (Party one : parties) {
            changes.add(TestPublications.node(one.node()));
            changes.add(new NodeLogsPut(
                    one.node(),
                    new NodeLogs(
                            List.of(new PublishedLog(
                                    LogPurpose.EVENTS,
                                    one.log().origin(),
                                    keys(one.log().verifierKeys()))),
                            new PublishedWitness(keys(one.witness().verifierKeys()), true),
                            null)));
            AgencyId id = new AgencyId(UUID.fromString("019ab3c4-d5e6-7f01-8234-56789abcde" + (10 + one.number())));
            CodeValidity code = new CodeValidity(new AgencyCode("W0" + one.number()), NOW, null);
            changes.add(new AgencyPut(
                    new Agency(id, one.bloc(), "Cơ quan", List.of(code), null),
                    one.node(),
                    List.of(new SuiteId("LT-1"))));
        }
        return DirectorySnapshot.EMPTY.apply(changes) instanceof FoldResult.Folded(DirectorySnapshot folded)
                ? folded
                : DirectorySnapshot.EMPTY;
    }

    private static List<LogKey> keys(List<VerifierKey> keys) {
        return keys.stream().map(key -> new LogKey(key.text())).toList();
    }
}
