package vn.lienthong.node.delivery.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.PeerTraffic;
import vn.lienthong.node.testing.SettableClock;

class WireCountersTest {

    private static final NodeId NEAR = new NodeId("near");
    private static final NodeId FAR = new NodeId("far");

    private final WireCounters counters = new WireCounters(new SettableClock());

    @Test
    void countsEachPeerForItself() throws IOException {
        counters.sent(NEAR, 10);
        counters.sent(FAR, 200);
        counters.refused(NEAR);
        counters.putOff(FAR);
        counters.putOff(FAR);
        counters.stranger();
        try (InputStream body = counters.counting(NEAR, new ByteArrayInputStream(new byte[30]))) {
            assertThat(body.read()).isZero();
            assertThat(body.readNBytes(9)).hasSize(9);
            assertThat(body.readAllBytes()).hasSize(20);
            assertThat(body.read()).isNegative();
        }
        assertThat(counters.traffic())
                .containsExactly(new PeerTraffic(FAR, 200, 0, 0, 2), new PeerTraffic(NEAR, 10, 30, 1, 0));
        assertThat(counters.sent()).isEqualTo(210);
        assertThat(counters.received()).isEqualTo(30);
        assertThat(counters.strangers()).isEqualTo(1);
        assertThat(counters.since()).isEqualTo(SettableClock.START);
    }

    @Test
    void countsWhatIsBeyondTheBoundTogether() {
        for (int i = 0; i < WireCounters.MOST_PEERS + 100; i++) {
            counters.sent(new NodeId("node-" + i), 1);
        }
        assertThat(counters.traffic()).hasSize(WireCounters.MOST_PEERS + 1);
        assertThat(counters.sent()).isEqualTo(WireCounters.MOST_PEERS + 100);
        assertThat(counters.traffic().getFirst()).isEqualTo(new PeerTraffic(new NodeId("others"), 100, 0, 0, 0));
    }
}
