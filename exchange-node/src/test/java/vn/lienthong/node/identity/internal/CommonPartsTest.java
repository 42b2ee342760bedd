package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matkhau123456",
                "M@tKhẩu2026!!",
                "password1234",
                "P@ssw0rd2026!",
                "admin@123456",
                "Qwertyuiop123",
                "1qaz2wsx3edc",
                "ubndtinhhanam",
                "VănThư@2026@2026",
                "xk9xk9xk9xk9xk9",
                "iloveyou-forever2",
                "abcdefghijklmnop",
                "987654321098"
            })
    void findsPasswordsThatAreTriedFirst(String password) {
        assertThat(CommonParts.guessable(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bảy con mực nướng",
                "một mật khẩu khác",
                "chín chiếc thuyền thúng",
                "correct horse battery staple",
                "k7mzq-wv3hp-xt9cd-r2nfj",
                "Tr0ub4dor&3-kplm"
            })
    void letsOthersPass(String password) {
        assertThat(CommonParts.guessable(password)).isFalse();
    }
}
