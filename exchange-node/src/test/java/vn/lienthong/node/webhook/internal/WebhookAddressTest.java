package vn.lienthong.node.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.webhook.WebhookAddress;

class WebhookAddressTest {
    private static final TargetNetworks USUAL = new TargetNetworks(List.of());

    @Test
    void readsAddresses() {
        assertThat(WebhookAddress.parse(" https://Bot.example.vn/hook?a=1 "))
                .contains(new WebhookAddress("bot.example.vn", 443, "/hook?a=1"));
        assertThat(WebhookAddress.parse("https://bot.example:8443"))
                .contains(new WebhookAddress("bot.example", 8443, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bot.example/hook",
                "http://bot.example/",
                "ftp://bot.example/",
                "https://user:secret@bot.example/",
                "https://bot.example/#part",
                "https://bot.example:22/",
                "https:///hook",
                "https://[::1]/",
                "https://bot.example/a b",
                "https://bot.example/\r\nX: y",
                "https://bot_example/",
                "file:///etc/passwd"
            })
    void refusesWhatIsNoAddressOfAWebhook(String typed) {
        assertThat(WebhookAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(WebhookAddress.parse("https://bot.example/" + "a".repeat(500)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001::1"
            })
    void refusesAddressesInside(String address) throws UnknownHostException {
        assertThat(USUAL.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "172.15.0.1", "100.128.0.1", "203.162.0.1", "2606:4700::1111"})
    void allowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(USUAL.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void allowsWhatTheInstallationAllows() throws UnknownHostException {
        TargetNetworks own = new TargetNetworks(List.of("10.1.2.0/24", "fd00:1::/32"));
        assertThat(own.allows(InetAddress.getByName("10.1.2.255"))).isTrue();
        assertThat(own.allows(InetAddress.getByName("10.1.3.0"))).isFalse();
        assertThat(own.allows(InetAddress.getByName("fd00:1::5"))).isTrue();
        assertThat(own.allows(InetAddress.getByName("fd00:2::5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "x/8", "localhost/8", "10.0.0.0/-1", "/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetNetworks(List.of(text)));
    }
}
