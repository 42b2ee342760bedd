package vn.lienthong.node.webhook.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.WebhookListener;
import vn.lienthong.node.webhook.WebhookReply;
import vn.lienthong.node.webhook.internal.Endpoint.StopReason;

/** Records what came of calls, in one transaction each; switches endpoints off that fail for a day or are gone. */
@InNodeRole
@Component
class Outcomes {

    static final String PAGE = "/webhooks/endpoint/";
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final EndpointRows endpoints;
    private final Messages messages;
    private final Attempts attempts;
    private final Collaborators with;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Pauses pauses;

    Outcomes(
            EndpointRows endpoints,
            Messages messages,
            Attempts attempts,
            Collaborators with,
            TransactionTemplate transactions,
            SecureRandom random,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.attempts = attempts;
        this.with = with;
        this.transactions = transactions;
        this.pauses = new Pauses(random);
        this.clock = clock;
    }

    /** Who is told. */
    @InNodeRole
    @Component
    static final class Collaborators {
        private final AuditTrail trail;
        private final AgencyEvents events;
        private final ObjectProvider<WebhookListener> listeners;

        Collaborators(AuditTrail trail, AgencyEvents events, ObjectProvider<WebhookListener> listeners) {
            this.trail = trail;
            this.events = events;
            this.listeners = listeners;
        }

        private void stopped(Endpoint endpoint, StopReason why) {
            trail.record(SecurityEvent.of(EventKind.WEBHOOK_STOP)
                    .on(EventObject.of(EventObject.Kind.SETTING, "webhook/" + endpoint.id()))
                    .with("agency", endpoint.agency().value())
                    .with("reason", why.name()));
            events.record(List.of(AgencyNews.about(
                    endpoint.agency(), EventType.WEBHOOK_DISABLED, endpoint.id().toString())));
            listeners
                    .orderedStream()
                    .forEach(listener ->
                            listener.stopped(endpoint.agency(), endpoint.wish().name(), PAGE + endpoint.id()));
        }
    }

    /** Records the answer to a message; of an endpoint that was removed meanwhile nothing. */
    void record(Endpoint called, Messages.Waiting message, WebhookReply reply) {
        transactions.executeWithoutResult(_ ->
                endpoints.lock(called.id()).ifPresent(endpoint -> record(endpoint, message, reply, clock.instant())));
    }

    private void record(Endpoint endpoint, Messages.Waiting message, WebhookReply reply, Instant now) {
        attempts.keep(endpoint.id(), message.event(), message.type(), message.body(), reply, now);
        if (reply instanceof WebhookReply.Answered answered && answered.isSuccess()) {
            LOG.trace("{} message arrived", messages.end(message, true));
            LOG.trace("{} works again: {}", endpoint.id(), endpoints.worked(endpoint.id()));
        } else {
            failed(endpoint, message, reply, now);
        }
    }

    /** Records the answer to a call that was made by hand. */
    void record(Endpoint called, String id, String type, String body, WebhookReply reply) {
        transactions.executeWithoutResult(_ -> endpoints
                .lock(called.id())
                .ifPresent(endpoint -> attempts.keep(endpoint.id(), id, type, body, reply, clock.instant())));
    }

    private void failed(Endpoint endpoint, Messages.Waiting message, WebhookReply reply, Instant now) {
        Optional<Instant> next = pauses.after(message.attempts()).map(now::plus);
        int moved = next.map(later -> messages.again(message, later)).orElseGet(() -> messages.end(message, false));
        LOG.debug("message {} to {} did not arrive, rows {}", message.event(), endpoint.id(), moved);
        boolean first = endpoints.failed(endpoint.id(), now);
        if (reply instanceof WebhookReply.Answered answered && answered.isGone()) {
            stop(endpoint, StopReason.GONE, now);
        } else if (!first && isTooLong(endpoint, now)) {
            stop(endpoint, StopReason.NO_ANSWER, now);
        }
    }

    private static boolean isTooLong(Endpoint endpoint, Instant now) {
        Instant since = endpoint.standing().failingSince();
        return since != null && since.plus(PATIENCE).isBefore(now);
    }

    private void stop(Endpoint endpoint, StopReason why, Instant now) {
        if (endpoints.stop(endpoint.id(), why, now)) {
            LOG.warn("webhook {} of {} was switched off: {}", endpoint.id(), endpoint.agency(), why);
            with.stopped(endpoint, why);
        }
    }
}
