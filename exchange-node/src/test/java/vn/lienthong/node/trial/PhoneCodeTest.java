package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneCodeTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void showsWhatTheStandardSays() {
        assertThat(PhoneCode.at(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(PhoneCode.at(SECRET, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(PhoneCode.at(SECRET, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    @Test
    void refusesWhatIsNoSecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneCode.at("no secret!", Instant.EPOCH));
    }
}
