package vn.lienthong.crypto.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.suite.SuiteDecision.Reason;

class SuiteRegistryTest {

    private static final SuiteId LT1 = new SuiteId("LT-1");
    private static final SuiteId LT2 = new SuiteId("LT-2");

    private final SuiteRegistry registry = SuiteRegistry.standard();

    private Object decision(SuiteId id, Protection protection, Instant at) {
        return switch (registry.accept(id, protection, at)) {
            case SuiteDecision.Accepted accepted -> accepted.suite().id();
            case SuiteDecision.Refused refused -> refused.reason();
        };
    }

    @Test
    void acceptsBothSuitesForOrdinaryAndOnlyTheStrongOneForSecret() {
        assertThat(decision(LT1, Protection.ORDINARY, TestAuthority.NOW)).isEqualTo(LT1);
        assertThat(decision(LT2, Protection.ORDINARY, TestAuthority.NOW)).isEqualTo(LT2);
        assertThat(decision(LT2, Protection.SECRET, TestAuthority.NOW)).isEqualTo(LT2);
        assertThat(decision(LT1, Protection.SECRET, TestAuthority.NOW)).isEqualTo(Reason.NOT_FOR_THIS_PROTECTION);
    }

    @Test
    void refusesUnknownSuitesAndSuitesOutsideTheirPeriod() {
        assertThat(decision(new SuiteId("LT-0"), Protection.ORDINARY, TestAuthority.NOW))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(decision(LT1, Protection.ORDINARY, Instant.parse("2025-12-31T23:59:59Z")))
                .isEqualTo(Reason.NOT_YET);
        assertThat(decision(LT1, Protection.ORDINARY, Instant.parse("2036-01-01T00:00:00Z")))
                .isEqualTo(Reason.NO_LONGER);
    }

    @Test
    void refusesNamesThatAreNotSuites() {
        for (String name : new String[] {"", "lt-1", "LT 1", "LT-1\0", "LT-12345678901234567"}) {
            assertThatThrownBy(() -> new SuiteId(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
