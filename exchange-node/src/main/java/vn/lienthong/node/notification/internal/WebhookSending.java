package vn.lienthong.node.notification.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.NodeFacts;

/** Sends webhooks after the specification Standard Webhooks 1.0: identifier, time and signature in headers, JSON without content. */
@InNodeRole
@Component
class WebhookSending {
    private final NotificationProperties.Webhook settings;
    private final boolean training;
    private final WebhookSecrets secrets;
    private final WebhookCall call;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    WebhookSending(NotificationProperties properties, NodeFacts facts, WebhookSecrets secrets, InstantSource clock)
            throws IOException {
        this.settings = properties.webhook();
        this.training = facts.training();
        this.secrets = secrets;
        this.clock = clock;
        this.call = new WebhookCall(
                TrustedAuthority.context(settings.caFile()), new TargetNetworks(settings.allowedNetworks()));
    }

    /** Whether webhooks are called at all; never where people train, whatever is set. */
    boolean enabled() {
        return settings.enabled() && !training;
    }

    /**
     * Sends one event.
     *
     * @param id the same at each try, so that the receiver can tell a repetition
     */
    SendAnswer send(Channels to, String id, String type, Instant at) {
        Optional<WebhookAddress> address = Optional.ofNullable(to.webhook()).flatMap(WebhookAddress::parse);
        if (address.isEmpty()) {
            return new SendAnswer.Refused("ADDRESS_NOT_ALLOWED");
        }
        String body = json.writeValueAsString(body(type, at));
        long second = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(second));
        headers.put("webhook-signature", secrets.signature(to.login(), to.webhookEpoch(), id, second, body));
        return call.post(address.get(), headers, body);
    }

    private static Map<String, Object> body(String type, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", Map.of());
        return body;
    }
}
