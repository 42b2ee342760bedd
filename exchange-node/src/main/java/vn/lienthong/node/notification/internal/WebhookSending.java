package vn.lienthong.node.notification.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.WebhookCalls;
import vn.lienthong.node.webhook.WebhookReply;
import vn.lienthong.node.webhook.WebhookSigning;

/** Sends webhooks after the specification Standard Webhooks 1.0: identifier, time and signature in headers, JSON without content. */
@InNodeRole
@Component
class WebhookSending {
    private final WebhookCalls calls;
    private final WebhookSigning signing;
    private final JsonMapper json = JsonMapper.builder().build();

    WebhookSending(WebhookCalls calls, WebhookSigning signing) {
        this.calls = calls;
        this.signing = signing;
    }

    /** Whether webhooks are called at all; never where people train, whatever is set. */
    boolean enabled() {
        return calls.enabled();
    }

    /** What the person enters at the receiving side. */
    Secret secret(LoginName login, int epoch) {
        return signing.shown(purpose(login, epoch));
    }

    private static String purpose(LoginName login, int epoch) {
        return login.value() + "\0" + epoch;
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
        List<String> purposes = List.of(purpose(to.login(), to.webhookEpoch()));
        return answered(calls.post(address.get(), signing.headers(id, body, purposes), body));
    }

    private static SendAnswer answered(WebhookReply reply) {
        return switch (reply) {
            case WebhookReply.Answered answered when answered.isSuccess() -> new SendAnswer.Sent();
            case WebhookReply.Answered answered when answered.isGone() -> new SendAnswer.Refused("GONE");
            case WebhookReply.Answered answered -> new SendAnswer.Failed("status " + answered.status());
            case WebhookReply.Unreachable(WebhookReply.Fault fault, var _) -> new SendAnswer.Failed(fault.name());
            case WebhookReply.NotAllowed() -> new SendAnswer.Refused("ADDRESS_NOT_ALLOWED");
        };
    }

    private static Map<String, Object> body(String type, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", Map.of());
        return body;
    }
}
