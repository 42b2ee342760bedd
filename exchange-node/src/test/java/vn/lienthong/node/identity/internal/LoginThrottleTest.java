package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.testing.SettableClock;

class LoginThrottleTest {

    private static final LoginName CLERK = new LoginName("clerk");
    private static final String ADDRESS = "192.0.2.7";

    private final SettableClock clock = new SettableClock();
    private final InMemoryAttemptStore attempts = new InMemoryAttemptStore();
    private final LoginThrottle throttle = new LoginThrottle(attempts, clock);

    @Test
    void allowsAFewMistakes() {
        fail(LoginThrottle.FAILURES_PER_NAME - 1);
        assertThat(throttle.blockedUntil(CLERK, ADDRESS)).isEmpty();
    }

    @Test
    void blocksForAMinuteThenLongerButNeverBeyondAQuarterOfAnHour() {
        fail(LoginThrottle.FAILURES_PER_NAME);
        assertThat(throttle.blockedUntil(CLERK, ADDRESS))
                .hasValue(clock.instant().plusSeconds(60));
        fail(1);
        assertThat(throttle.blockedUntil(CLERK, ADDRESS))
                .hasValue(clock.instant().plusSeconds(120));
        fail(90);
        assertThat(throttle.blockedUntil(CLERK, "198.51.100.1"))
                .hasValue(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void blocksAnAddressThatTriesManyNames() {
        for (int name = 0; name < LoginThrottle.FAILURES_PER_ADDRESS; name++) {
            throttle.failed(new LoginName("user" + name), ADDRESS);
        }
        assertThat(throttle.blockedUntil(CLERK, ADDRESS)).isPresent();
        assertThat(throttle.blockedUntil(CLERK, "198.51.100.1")).isEmpty();
    }

    @Test
    void forgivesTheNameButNotTheAddressAfterASuccess() {
        fail(LoginThrottle.FAILURES_PER_ADDRESS);
        throttle.succeeded(CLERK);
        assertThat(throttle.blockedUntil(CLERK, "198.51.100.1")).isEmpty();
        assertThat(throttle.blockedUntil(CLERK, ADDRESS)).isPresent();
    }

    @Test
    void forgetsAfterAnHour() {
        fail(LoginThrottle.FAILURES_PER_NAME - 1);
        clock.advance(Duration.ofMinutes(61));
        fail(1);
        assertThat(throttle.blockedUntil(CLERK, ADDRESS)).isEmpty();
        assertThat(attempts.size()).isEqualTo(2);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(CLERK, ADDRESS);
        }
    }
}
