package vn.lienthong.node.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.audit.SecurityEvent;

class FloodGateTest {

    private final FloodGate gate = new FloodGate();

    @Test
    void countsWhatItHoldsBackAndNothingElse() {
        long passed = IntStream.range(0, 1000)
                .filter(_ -> gate.pass(refusal("192.0.2.1")))
                .count();
        List<SecurityEvent> sums = gate.nextMinute();
        assertThat(passed).isEqualTo(FloodGate.EACH);
        assertThat(sums).singleElement().satisfies(sum -> {
            assertThat(sum.kind()).isEqualTo(EventKind.FLOOD_SUM);
            assertThat(sum.facts()).containsEntry("count", "980").containsEntry("action", "api-key.refuse");
            assertThat(sum.privateFacts()).containsEntry("address", "192.0.2.1");
        });
        assertThat(gate.nextMinute()).isEmpty();
    }

    @Test
    void losesNoneOfAFloodFromManyAddresses() {
        int all = 50_000;
        long passed = IntStream.range(0, all)
                .filter(i -> gate.pass(refusal("2001:db8::" + i)))
                .count();
        long held = gate.nextMinute().stream()
                .mapToLong(sum -> Long.parseLong(sum.facts().get("count")))
                .sum();
        assertThat(passed).isEqualTo(FloodGate.ALL);
        assertThat(passed + held).isEqualTo(all);
    }

    @Test
    void letsThroughAgainInTheNextMinute() {
        IntStream.range(0, 100).forEach(_ -> gate.pass(refusal("192.0.2.1")));
        gate.nextMinute();
        assertThat(gate.pass(refusal("192.0.2.1"))).isTrue();
    }

    @Test
    void tellsAgainWhatCouldNotBeRecorded() {
        gate.missed(refusal("192.0.2.1"));
        SecurityEvent sum = gate.nextMinute().getFirst();
        gate.back(sum);
        gate.missed(refusal("192.0.2.1"));
        assertThat(gate.nextMinute())
                .singleElement()
                .satisfies(next -> assertThat(next.facts()).containsEntry("count", "2"));
    }

    private static SecurityEvent refusal(String address) {
        return SecurityEvent.blocked(EventKind.API_KEY_REFUSE, "KEY_UNKNOWN")
                .from(new Origin(Channel.API, address, null, null, null));
    }
}
