package vn.lienthong.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.1",
        "10.20.0.0/15, 10.21.0.9",
        "192.168.1.7, 192.168.1.7",
        "0.0.0.0/0, 8.8.8.8",
        "2001:db8::/32, 2001:db8:1::7",
        "::1, 0:0:0:0:0:0:0:1",
        "::1/128, ::1%lo",
        "10.0.0.0/8, ::ffff:10.1.2.3",
    })
    void holdsAddressesInside(String range, String address) {
        assertThat(new AllowedNetwork(range).contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.21.0.1",
        "10.20.0.0/15, 10.22.0.9",
        "192.168.1.7, 192.168.1.8",
        "0.0.0.0/0, 2001:db8::1",
        "2001:db8::/32, 2001:db9::1",
        "10.0.0.0/8, localhost",
        "10.0.0.0/8, ''",
    })
    void leavesOtherAddressesOut(String range, String address) {
        assertThat(new AllowedNetwork(range).contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0",
                "10.0.0.256",
                "::/129",
                "gov.vn",
                "gov.vn/8",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8 ",
                ":",
                ":::",
                "0x0a.0.0.1",
                "1"
            })
    void refusesWhatIsNoRange(String text) {
        assertThat(AllowedNetwork.parse(text)).isEmpty();
    }

    @Test
    void refusesLongTextsAtOnce() {
        assertThat(AllowedNetwork.parse("1".repeat(100_000))).isEmpty();
        assertThat(AllowedNetwork.parse("::" + ":".repeat(40))).isEmpty();
    }
}
