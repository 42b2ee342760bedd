package vn.lienthong.node.webhook.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.WebhookCalls;
import vn.lienthong.node.webhook.WebhookReply;
import vn.lienthong.node.webhook.WebhookSigning;

/** Brings messages to endpoints: a thread for each, a few at once for an endpoint, so that a slow one delays nobody else. */
@InNodeRole
@Component
class Sending {

    static final String SENT = "webhook.sent";
    static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final EndpointRows endpoints;
    private final Messages messages;
    private final Outcomes outcomes;
    private final WebhookCalls calls;
    private final WebhookSigning signing;
    private final Surroundings around;

    /** How many messages are under way for each endpoint. */
    private final ConcurrentMap<UUID, Integer> underWay = new ConcurrentHashMap<>();

    Sending(
            EndpointRows endpoints,
            Messages messages,
            Outcomes outcomes,
            WebhookCalls calls,
            WebhookSigning signing,
            Surroundings around) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.outcomes = outcomes;
        this.calls = calls;
        this.signing = signing;
        this.around = around;
    }

    /**
     * What everything needs.
     *
     * @param transactions for taking messages
     * @param crashPoints for tests
     * @param clock for deadlines
     */
    record Surroundings(TransactionTemplate transactions, CrashPoints crashPoints, InstantSource clock) {}

    /**
     * Takes what is due and sends it, without waiting for the answers.
     *
     * @param done is run whenever a place is free again
     */
    void round(Runnable done) {
        if (!calls.enabled()) {
            return;
        }
        Rounds.each(
                messages.due(around.clock().instant()),
                id -> endpoints.find(id).ifPresent(endpoint -> send(endpoint, done)));
    }

    private void send(Endpoint endpoint, Runnable done) {
        int free = AT_ONCE - underWay.getOrDefault(endpoint.id(), 0);
        if (free <= 0) {
            return;
        }
        List<Messages.Waiting> taken = Objects.requireNonNullElse(
                around.transactions()
                        .execute(_ -> messages.take(
                                endpoint.id(), free, around.clock().instant())),
                List.of());
        for (Messages.Waiting message : taken) {
            int now = underWay.merge(endpoint.id(), 1, Integer::sum);
            LOG.trace("{} under way to {}", now, endpoint.id());
            Thread thread = Thread.ofVirtual().name("webhook-" + message.id()).start(() -> {
                try {
                    send(endpoint, message);
                } finally {
                    underWay.computeIfPresent(endpoint.id(), (_, count) -> count > 1 ? count - 1 : null);
                    done.run();
                }
            });
            LOG.trace("{} began", thread.getName());
        }
    }

    private void send(Endpoint endpoint, Messages.Waiting message) {
        try {
            WebhookReply reply = call(endpoint, message.event(), message.body());
            around.crashPoints().reach(SENT);
            outcomes.record(endpoint, message, reply);
        } catch (RuntimeException failed) {
            // The message comes again when the time is over for which it is held; the thread has nobody to tell.
            LOG.warn("a webhook of {} was broken off", endpoint.agency(), failed);
        }
    }

    /** Calls an endpoint now. */
    WebhookReply call(Endpoint endpoint, String id, String body) {
        Optional<WebhookAddress> address = WebhookAddress.parse(endpoint.wish().address());
        if (address.isEmpty()) {
            return new WebhookReply.NotAllowed();
        }
        List<String> purposes = endpoint.purposes(around.clock().instant());
        return calls.post(address.get(), signing.headers(id, body, purposes), body);
    }
}
