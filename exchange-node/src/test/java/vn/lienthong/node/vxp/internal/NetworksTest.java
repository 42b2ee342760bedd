package vn.lienthong.node.vxp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void allowsAddressesOfItsNetworksOnly() {
        Networks networks =
                Networks.parse("10.1.0.0/16, 192.0.2.7 2001:db8::/32").orElseThrow();
        assertThat(networks.allow("10.1.255.3")).isTrue();
        assertThat(networks.allow("10.2.0.1")).isFalse();
        assertThat(networks.allow("192.0.2.7")).isTrue();
        assertThat(networks.allow("192.0.2.8")).isFalse();
        assertThat(networks.allow("2001:db8:0:0:0:0:0:1")).isTrue();
        assertThat(networks.allow("not an address")).isFalse();
    }

    @Test
    void allowsEverybodyWhenThereIsNone() {
        assertThat(Networks.parse("  ").orElseThrow().allow("203.0.113.9")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/33", "example.org", "10.1.0.0/x", "10.1.0.0/", "1 2 3 4 5 6 7 8 9", "10.1/8/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThat(Networks.parse(text)).isEmpty();
    }

    @Test
    void refusesASignatureThatComesFromElsewhere() {
        Replays replays = new Replays();
        assertThat(replays.note("a", "10.0.0.1", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(replays.note("a", "10.0.0.1", NOW.plusSeconds(1), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(replays.note("a", "10.0.0.2", NOW.plusSeconds(2), NOW.plusSeconds(60)))
                .isFalse();
        assertThat(replays.note("b", "10.0.0.2", NOW, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void forgetsTheOldestSignaturesFirst() {
        Replays replays = new Replays();
        for (int i = 0; i <= 100_000; i++) {
            assertThat(replays.note("s" + i, "10.0.0.1", NOW, NOW.plusSeconds(60)))
                    .isTrue();
        }
        assertThat(replays.note("s100000", "10.0.0.2", NOW, NOW.plusSeconds(60)))
                .isFalse();
        assertThat(replays.note("s0", "10.0.0.2", NOW, NOW.plusSeconds(60))).isTrue();
    }
}
