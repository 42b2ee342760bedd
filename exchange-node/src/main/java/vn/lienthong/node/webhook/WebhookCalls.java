package vn.lienthong.node.webhook;

import java.util.Map;

/** Calls addresses outside. */
public interface WebhookCalls {

    /** Whether anything is called at all; never where people train, whatever is set. */
    boolean enabled();

    /**
     * Posts JSON over TLS. The name is looked up once, all addresses that it has are checked, and one of the checked ones is
     * connected to. No redirect is followed. It takes 30 seconds at most.
     *
     * @param address where to
     * @param headers besides those of HTTP itself; names and values are printable ASCII
     * @param body JSON
     * @return what came of it; faults of the network are answers too
     */
    WebhookReply post(WebhookAddress address, Map<String, String> headers, String body);
}
