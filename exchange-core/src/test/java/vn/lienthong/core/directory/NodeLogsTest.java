package vn.lienthong.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienthong.core.directory.DirectoryFixture.NOW;
import static vn.lienthong.core.directory.DirectoryFixture.fold;
import static vn.lienthong.core.directory.DirectoryFixture.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.LogKey.Use;
import vn.lienthong.core.party.NodeId;

class NodeLogsTest {

    private static final String ORIGIN = "lienthong.vn/hue";
    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void readsTheExampleOfTheNoteSpecification() {
        LogKey key = new LogKey(EXAMPLE);
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key.use()).isEqualTo(Use.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n"
            })
    void refusesWhatIsNoKeyInItsOnlySpelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogKey(text));
    }

    @Test
    void refusesKeysOfOtherTypesAndLengths() {
        for (String text : List.of(
                LogKeySamples.text(ORIGIN, 2, 32),
                LogKeySamples.text(ORIGIN, 1, 31),
                LogKeySamples.text(ORIGIN, 6, 32),
                LogKeySamples.text(ORIGIN, 4, 0))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new LogKey(text));
        }
    }

    @Test
    void refusesALogWithoutBothKindsOfKeysOrWithThoseOfAnother() {
        LogKey note = LogKeySamples.key(ORIGIN, 1);
        LogKey postQuantum = LogKeySamples.key(ORIGIN, 6);
        LogKey cosignature = LogKeySamples.key(ORIGIN, 4);
        LogKey foreign = LogKeySamples.key("lienthong.vn/vinh-long", 6);
        for (List<LogKey> keys : List.of(
                List.<LogKey>of(),
                List.of(note),
                List.of(postQuantum),
                List.of(cosignature, postQuantum),
                List.of(note, cosignature, postQuantum),
                List.of(note, note, postQuantum),
                List.of(note, foreign))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PublishedLog(LogPurpose.EVENTS, ORIGIN, keys));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishedWitness(List.of(note, postQuantum), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishedWitness(List.of(cosignature, foreign), true));
    }

    @Test
    void refusesLogsOutOfOrderAndRecordsWithoutContent() {
        PublishedLog events = LogKeySamples.log(LogPurpose.EVENTS, ORIGIN);
        PublishedLog directory = LogKeySamples.log(LogPurpose.DIRECTORY, ORIGIN + "/directory");
        for (List<PublishedLog> logs :
                List.of(List.of(directory, events), List.of(events, events), List.<PublishedLog>of())) {
            assertThatIllegalArgumentException().isThrownBy(() -> new NodeLogs(logs, null, null));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeLogs(List.of(events), null, "http://hue.example.vn"));
    }

    @Test
    void aNodeKeepsItsLogsWhenItsOtherFieldsChangeAndWhenItIsRevoked() {
        NodeLogs logs = logs(ORIGIN);
        DirectorySnapshot listed = fold(DirectorySnapshot.EMPTY, node("hue"), new NodeLogsPut(new NodeId("hue"), logs));
        DirectorySnapshot later =
                fold(listed, node("hue", NodeStatus.ACTIVE, " 2"), new NodeRevoked(new NodeId("hue"), "stolen", NOW));
        assertThat(later.node(new NodeId("hue")).orElseThrow().logs()).isEqualTo(logs);
        assertThat(later.nodeByLogName(ORIGIN)).isEqualTo(later.node(new NodeId("hue")));
    }

    @Test
    void aNameOfALogBelongsToOneNodeUntilItIsGivenUp() {
        DirectorySnapshot listed = fold(
                DirectorySnapshot.EMPTY,
                node("hue"),
                node("vinh-long"),
                new NodeLogsPut(new NodeId("hue"), logs(ORIGIN)));
        NodeLogsPut squatter = new NodeLogsPut(new NodeId("vinh-long"), logs(ORIGIN));
        assertThat(listed.apply(List.of(squatter))).isInstanceOf(FoldResult.Inapplicable.class);
        DirectorySnapshot moved =
                fold(listed, new NodeLogsPut(new NodeId("hue"), logs("lienthong.vn/hue-2")), squatter);
        assertThat(moved.nodeByLogName(ORIGIN).orElseThrow().node().id()).isEqualTo(new NodeId("vinh-long"));
    }

    @Test
    void refusesLogsOfANodeThatIsNotListed() {
        assertThat(DirectorySnapshot.EMPTY.apply(List.of(new NodeLogsPut(new NodeId("hue"), logs(ORIGIN)))))
                .isInstanceOf(FoldResult.Inapplicable.class);
    }

    private static NodeLogs logs(String origin) {
        return new NodeLogs(
                List.of(LogKeySamples.log(LogPurpose.EVENTS, origin)), LogKeySamples.witness(origin, true), null);
    }
}
