package vn.lienthong.node.desk.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.DeliveryFigures;
import vn.lienthong.node.delivery.PeerTraffic;
import vn.lienthong.node.delivery.QueueFigures;

class DeliveryStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    /** As many peers as wanted, each with one octet more than the one before. */
    private record Busy(int peers) implements DeliveryFigures {

        @Override
        public Optional<QueueFigures> queue() {
            return peers == 0
                    ? Optional.empty()
                    : Optional.of(new QueueFigures(NOW, new QueueFigures.Waiting(1, 2, 3), 4, 5, 6, 7));
        }

        @Override
        public Repairs repairs() {
            return new Repairs(peers, peers == 0 ? Optional.empty() : Optional.of(NOW));
        }

        @Override
        public Instant since() {
            return NOW;
        }

        @Override
        public List<PeerTraffic> traffic() {
            return IntStream.range(0, peers)
                    .mapToObj(i -> new PeerTraffic(new NodeId("node-" + i), i, 1, 0, 0))
                    .toList();
        }

        @Override
        public long strangers() {
            return 8;
        }

        @Override
        public long refusedReceipts() {
            return 6;
        }

        @Override
        public long storedOctets() {
            return 9;
        }
    }

    @Test
    void tellsQueueRepairsTrafficAndStorage() {
        Map<String, Object> members = new DeliveryStatus(new Busy(2)).members();
        assertThat(members).containsOnlyKeys("queue", "watchdog", "wire", "storage");
        assertThat(String.valueOf(members.get("queue")))
                .isEqualTo("{asOf=2026-11-22T01:00:00Z, urgent=1, ordinary=2, bulk=3, underWay=4, evidence=5,"
                        + " oldestDueSeconds=6, overdueHandovers=7}");
        assertThat(String.valueOf(members.get("watchdog"))).isEqualTo("{repairs=2, lastRepairAt=2026-11-22T01:00:00Z}");
        assertThat(String.valueOf(members.get("wire")))
                .isEqualTo("{sentOctets=1, receivedOctets=2, refused=0, putOff=0, since=2026-11-22T01:00:00Z,"
                        + " strangers=8, refusedReceipts=6, peers=[{node=node-0, sentOctets=0,"
                        + " receivedOctets=1, refused=0, putOff=0}, {node=node-1, sentOctets=1,"
                        + " receivedOctets=1, refused=0, putOff=0}]}");
        assertThat(members.get("storage")).isEqualTo(Map.of("usedOctets", 9L));
    }

    @Test
    void staysSmallHoweverManyPeersThereAre() {
        Map<String, Object> members = new DeliveryStatus(new Busy(1000)).members();
        assertThat(String.valueOf(members.get("wire")))
                .contains("node-99,")
                .doesNotContain("node-100,")
                .contains("otherPeers={");
    }

    @Test
    void leavesOutWhatWasNotCountedYet() {
        assertThat(new DeliveryStatus(new Busy(0)).members()).doesNotContainKey("queue");
    }
}
