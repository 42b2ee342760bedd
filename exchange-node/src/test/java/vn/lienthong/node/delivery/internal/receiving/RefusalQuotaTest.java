package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.NodeId;

/** A hostile peer cannot fill the database with its own refusals. */
class RefusalQuotaTest {

    private static final NodeId HOSTILE = new NodeId("hostile");
    private static final Instant NOW = Instant.parse("2026-11-21T08:15:30.123Z");

    private final RefusalQuota quota = new RefusalQuota();

    private long granted(NodeId peer, Instant at, int wishes) {
        return IntStream.range(0, wishes).filter(_ -> quota.take(peer, at)).count();
    }

    @Test
    void grantsBurstThenOneEveryTenSeconds() {
        assertThat(granted(HOSTILE, NOW, 1000)).isEqualTo(200);
        assertThat(granted(HOSTILE, NOW.plus(Duration.ofSeconds(9)), 10)).isZero();
        assertThat(granted(HOSTILE, NOW.plus(Duration.ofSeconds(10)), 10)).isEqualTo(1);
        assertThat(granted(HOSTILE, NOW.plus(Duration.ofMinutes(10)), 100)).isEqualTo(59);
    }

    @Test
    void keepsPeersApart() {
        assertThat(granted(HOSTILE, NOW, 1000)).isEqualTo(200);
        assertThat(granted(new NodeId("honest"), NOW, 5)).isEqualTo(5);
    }
}
