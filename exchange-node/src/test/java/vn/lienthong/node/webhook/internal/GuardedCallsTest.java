package vn.lienthong.node.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.testing.HookServer;
import vn.lienthong.node.webhook.TrustedAuthority;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.WebhookReply;

class GuardedCallsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final HookServer server = new HookServer();

    @AfterEach
    void close() {
        server.close();
    }

    private WebhookReply post(String address, List<String> allowed) throws IOException {
        return post(address, allowed, NameResolver.ofTheMachine(), LONG);
    }

    private WebhookReply post(String address, List<String> allowed, NameResolver names, Duration longest)
            throws IOException {
        return LoopbackCalls.calls(HookServer.authority(), allowed, names, longest)
                .post(WebhookAddress.parse(address).orElseThrow(), Map.of("webhook-id", "msg_1"), "{\"type\":\"x\"}");
    }

    private static int status(WebhookReply reply) {
        return reply instanceof WebhookReply.Answered answered ? answered.status() : 0;
    }

    @Test
    void carriesHeadersAndBody() throws IOException {
        assertThat(status(post(server.address(204), LoopbackCalls.LOOPBACK))).isEqualTo(204);
        assertThat(server.calls()).hasSize(1);
        assertThat(server.calls().getFirst().id()).isEqualTo("msg_1");
        assertThat(server.calls().getFirst().body()).isEqualTo("{\"type\":\"x\"}");
    }

    @Test
    void showsTheBeginningOfTheAnswer() throws IOException {
        assertThat(post(server.address(500), LoopbackCalls.LOOPBACK))
                .isInstanceOfSatisfying(WebhookReply.Answered.class, answered -> {
                    assertThat(answered.excerpt()).isEqualTo("status 500");
                    assertThat(answered.isSuccess()).isFalse();
                });
    }

    @Test
    void doesNotConnectToAddressesInside() throws IOException {
        assertThat(post(server.address(204), List.of())).isEqualTo(new WebhookReply.NotAllowed());
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void followsNoRedirect() throws IOException {
        assertThat(status(post(server.address(302), LoopbackCalls.LOOPBACK))).isEqualTo(302);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void knowsWhoIsGone() throws IOException {
        assertThat(post(server.address(410), LoopbackCalls.LOOPBACK))
                .isInstanceOfSatisfying(
                        WebhookReply.Answered.class,
                        answered -> assertThat(answered.isGone()).isTrue());
    }

    @Test
    void trustsNobodyElse() throws IOException {
        try (HookServer other = HookServer.stranger()) {
            assertThat(post(other.address(204), LoopbackCalls.LOOPBACK)).isInstanceOf(WebhookReply.Unreachable.class);
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        server.holdUntil(never);
        WebhookReply reply =
                post(server.address(204), LoopbackCalls.LOOPBACK, NameResolver.ofTheMachine(), Duration.ofMillis(300));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebhookReply.Unreachable.class,
                        unreachable -> assertThat(unreachable.fault()).isEqualTo(WebhookReply.Fault.TIMEOUT));
        never.countDown();
    }

    /** A name that is public at first and inside at the second look-up is looked up once. */
    @Test
    void looksANameUpOnce() throws IOException {
        CountDownLatch looks = new CountDownLatch(2);
        NameResolver rebinding = host -> {
            looks.countDown();
            return List.of(InetAddress.getByName(looks.getCount() == 1 ? "10.0.0.1" : "127.0.0.1"));
        };
        assertThat(post("https://rebind.example/x", LoopbackCalls.LOOPBACK, rebinding, LONG))
                .isEqualTo(new WebhookReply.NotAllowed());
        assertThat(looks.getCount()).isEqualTo(1);
    }

    @Test
    void refusesANameOfWhichOneAddressIsInside() throws IOException {
        NameResolver mixed = host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1"));
        assertThat(post("https://mixed.example/", List.of(), mixed, LONG)).isEqualTo(new WebhookReply.NotAllowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "ff02::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "2001:db8::1",
                "198.18.0.1"
            })
    void refusesNamesThatLeadInside(String inside) throws IOException {
        NameResolver names = host -> List.of(InetAddress.getByName(inside));
        assertThat(post("https://inside.example/", List.of(), names, LONG)).isEqualTo(new WebhookReply.NotAllowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0/",
                "https://169.254.169.254/latest/meta-data/",
                "https://localhost/",
                "https://10.0.0.1:8443/"
            })
    void refusesEverySpellingOfAddressesInside(String address) throws IOException {
        assertThat(post(address, List.of())).isNotInstanceOf(WebhookReply.Answered.class);
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.1/",
                "http://example.vn/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://user:secret@example.vn/",
                "https://example.vn:22/",
                "https://example.vn/#x",
                "ftp://example.vn/",
                "https:///x",
                "https://exa mple.vn/"
            })
    void refusesAddressesOfAnotherForm(String address) {
        assertThat(WebhookAddress.parse(address)).isEmpty();
    }

    @Test
    void callsOnlyNamesThatAreAllowed() throws IOException {
        WebhookProperties settings =
                new WebhookProperties(true, LoopbackCalls.LOOPBACK, List.of("Example.vn"), HookServer.authority());
        assertThat(settings.allowsHost("example.vn")).isTrue();
        assertThat(settings.allowsHost("hook.example.vn")).isTrue();
        assertThat(settings.allowsHost("notexample.vn")).isFalse();
        GuardedCalls calls = new GuardedCalls(
                true, TrustedAuthority.context(HookServer.authority()), settings, NameResolver.ofTheMachine(), LONG);
        assertThat(calls.post(WebhookAddress.parse(server.address(204)).orElseThrow(), Map.of(), "{}"))
                .isEqualTo(new WebhookReply.NotAllowed());
    }

    @Test
    void saysWhenANameIsUnknown() throws IOException {
        NameResolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(post("https://nobody.example/", List.of(), nobody, LONG))
                .isInstanceOfSatisfying(
                        WebhookReply.Unreachable.class,
                        unreachable -> assertThat(unreachable.fault()).isEqualTo(WebhookReply.Fault.UNKNOWN_HOST));
    }
}
