package vn.lienthong.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "binh.nt", "van-thu_01", "  CLERK ", "9x"})
    void takesWhatPeopleType(String typed) {
        assertThat(LoginName.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ".ab", "bình", "a b", "a\nb", "a@b", "<b>", "ab\u0000", "'or'1"})
    void refusesWhatNoAccountCanBeCalled(String typed) {
        assertThat(LoginName.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 129, 100_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(LoginName.parse("a".repeat(length))).isEmpty();
    }
}
