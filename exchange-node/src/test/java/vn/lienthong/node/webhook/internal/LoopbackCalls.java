package vn.lienthong.node.webhook.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.lienthong.node.webhook.TrustedAuthority;
import vn.lienthong.node.webhook.WebhookCalls;

/** Calls that may lead to this machine, for tests. */
public final class LoopbackCalls {
    static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    private LoopbackCalls() {}

    /** Calls that trust one authority. */
    public static WebhookCalls trusting(Path authority) throws IOException {
        return calls(authority, LOOPBACK, NameResolver.ofTheMachine(), Duration.ofSeconds(30));
    }

    static WebhookCalls calls(Path authority, List<String> networks, NameResolver names, Duration longest)
            throws IOException {
        return new GuardedCalls(
                true,
                TrustedAuthority.context(authority),
                new WebhookProperties(true, networks, List.of(), authority),
                names,
                longest);
    }
}
