package vn.lienthong.node.webhook.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.webhook.WebhookReply;

/** What programs get. */
final class WebhookAnswers {

    private WebhookAnswers() {}

    /** An endpoint; the secret only when it was just made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            String id,
            String name,
            String url,
            List<String> types,
            boolean active,
            @Nullable String stoppedWhy,
            @Nullable String stoppedAt,
            @Nullable String failingSince,
            @Nullable String overlapUntil,
            String createdAt,
            int version,
            @Nullable String secret) {

        static One of(Endpoint endpoint, @Nullable Secret secret) {
            Endpoint.Standing standing = endpoint.standing();
            Endpoint.StopReason why = standing.stoppedWhy();
            return new One(
                    endpoint.id().toString(),
                    endpoint.wish().name(),
                    endpoint.wish().address(),
                    endpoint.wish().words(),
                    endpoint.active(),
                    why == null ? null : why.name(),
                    time(standing.stoppedAt()),
                    time(standing.failingSince()),
                    time(endpoint.secret().overlapUntil()),
                    Timestamps.format(endpoint.createdAt()),
                    endpoint.version(),
                    secret == null ? null : secret.reveal());
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "One[" + id + "]";
        }
    }

    /** All of an agency. */
    record All(List<One> webhooks) {}

    /** One attempt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Try(
            String id,
            String eventId,
            String type,
            String at,
            @Nullable Integer status,
            @Nullable String fault,
            int tookMillis,
            String request,
            String answer) {

        static Try of(Attempts.Attempt attempt) {
            return new Try(
                    Long.toString(attempt.id()),
                    attempt.event(),
                    attempt.type(),
                    Timestamps.format(attempt.at()),
                    attempt.status(),
                    attempt.fault(),
                    attempt.took(),
                    attempt.request(),
                    attempt.answer());
        }
    }

    /** Attempts, newest first; the next page is before the last one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tries(List<Try> attempts, @Nullable String next) {}

    /** What came of a ping. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pinged(
            boolean ok, @Nullable Integer status, @Nullable String fault, String answer) {

        static Pinged of(WebhookReply reply) {
            return switch (reply) {
                case WebhookReply.Answered answered ->
                    new Pinged(answered.isSuccess(), answered.status(), null, answered.excerpt());
                case WebhookReply.Unreachable unreachable ->
                    new Pinged(false, null, unreachable.fault().name(), "");
                case WebhookReply.NotAllowed() -> new Pinged(false, null, "NOT_ALLOWED", "");
            };
        }

        /** For people. */
        String words() {
            return status == null ? String.valueOf(fault).toLowerCase(Locale.ROOT) : "HTTP " + status;
        }
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Timestamps.format(at);
    }
}
