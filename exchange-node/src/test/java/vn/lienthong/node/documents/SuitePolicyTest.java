package vn.lienthong.node.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.suite.SuiteDecision;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.platform.StartRefusedException;

class SuitePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<String> STRONG = List.of("LT-2");

    private static SuitePolicy ordinary(String... rules) {
        return new SuitePolicy(SuiteRegistry.standard(), new SuiteSettings(List.of(rules), STRONG, STRONG, STRONG));
    }

    private static SuitePolicy topSecret(String... rules) {
        return new SuitePolicy(
                SuiteRegistry.standard(), new SuiteSettings(List.of("LT-1"), STRONG, STRONG, List.of(rules)));
    }

    private static Object decision(SuitePolicy policy, String suite, Secrecy level, Instant at) {
        return switch (policy.accept(new SuiteId(suite), level, at)) {
            case SuiteDecision.Accepted accepted -> accepted.suite().id().value();
            case SuiteDecision.Refused refused -> refused.reason();
        };
    }

    private static String sealing(SuitePolicy policy, Secrecy level, Instant at) {
        return policy.sealing(level, at).map(suite -> suite.id().value()).orElse("none");
    }

    @Test
    void neverUsesForOneLevelWhatIsMeantForAnother() {
        SuitePolicy policy = topSecret("LT-N1");
        assertThat(decision(policy, "LT-1", Secrecy.ORDINARY, NOW)).isEqualTo("LT-1");
        assertThat(decision(policy, "LT-1", Secrecy.CONFIDENTIAL, NOW))
                .isEqualTo(SuiteDecision.Reason.NOT_FOR_THIS_PROTECTION);
        assertThat(decision(policy, "LT-2", Secrecy.TOP_SECRET, NOW))
                .isEqualTo(SuiteDecision.Reason.NOT_FOR_THIS_PROTECTION);
        assertThat(decision(policy, "LT-N1", Secrecy.TOP_SECRET, NOW)).isEqualTo("LT-N1");
        assertThat(decision(policy, "LT-9", Secrecy.ORDINARY, NOW)).isEqualTo(SuiteDecision.Reason.UNKNOWN);
    }

    @Test
    void goesOverToTheNextSuiteOnItsDay() {
        SuitePolicy policy = ordinary("LT-1 until 2027-03-01", "LT-2 from 2027-02-01");
        Instant before = Instant.parse("2027-02-28T16:59:59Z");
        Instant after = Instant.parse("2027-02-28T17:00:00Z");
        assertThat(sealing(policy, Secrecy.ORDINARY, before)).isEqualTo("LT-1");
        assertThat(sealing(policy, Secrecy.ORDINARY, after)).isEqualTo("LT-2");
        assertThat(decision(policy, "LT-2", Secrecy.ORDINARY, NOW)).isEqualTo(SuiteDecision.Reason.NOT_YET);
        assertThat(decision(policy, "LT-1", Secrecy.ORDINARY, after)).isEqualTo(SuiteDecision.Reason.NO_LONGER);
        assertThat(policy.acceptUnopened(new SuiteId("LT-1"), after)).isInstanceOf(SuiteDecision.Refused.class);
        assertThat(policy.acceptUnopened(new SuiteId("LT-2"), NOW)).isInstanceOf(SuiteDecision.Accepted.class);
    }

    @Test
    void sendsNothingWhenNoSuiteIsInForce() {
        assertThat(sealing(ordinary("LT-1 until 2026-06-01"), Secrecy.ORDINARY, NOW))
                .isEqualTo("none");
    }

    @Test
    void refusesToStartWithSettingsThatWeakenOrSayNothing() {
        assertThatThrownBy(() -> topSecret("LT-1")).isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> topSecret("LT-7")).isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(SuitePolicyTest::topSecret).isInstanceOf(StartRefusedException.class);
        for (String bad : new String[] {
            "",
            "lt-2",
            "LT-2 from tomorrow",
            "LT-2 from 2027-02-30",
            "LT-2 until 2027-01-01 from 2026-01-01",
            "LT-2 from 2030-01-01 until 2029-01-01",
            "LT-2 from 2040-01-01"
        }) {
            assertThatThrownBy(() -> topSecret(bad)).as(bad).isInstanceOf(StartRefusedException.class);
        }
    }
}
