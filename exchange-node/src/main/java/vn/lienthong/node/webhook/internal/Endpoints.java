package vn.lienthong.node.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.WebhookReply;
import vn.lienthong.node.webhook.WebhookSigning;
import vn.lienthong.node.webhook.internal.Endpoint.SecretEpoch;
import vn.lienthong.node.webhook.internal.Endpoint.Standing;
import vn.lienthong.node.webhook.internal.Endpoint.StopReason;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** What administrators and programs do with endpoints. Every change is recorded with it. */
@InNodeRole
@Service
class Endpoints {

    static final int MOST = 10;
    static final String PING = "webhook.ping";
    private static final int LISTED = 1000;

    private final EndpointRows rows;
    private final Outcomes outcomes;
    private final Sending sending;
    private final Queueing queueing;
    private final WebhookSigning signing;
    private final TransactionTemplate transactions;
    private final Stamps stamps;
    private final JsonMapper json = JsonMapper.builder().build();

    Endpoints(
            EndpointRows rows,
            Outcomes outcomes,
            Sending sending,
            Queueing queueing,
            WebhookSigning signing,
            TransactionTemplate transactions,
            Stamps stamps) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.sending = sending;
        this.queueing = queueing;
        this.signing = signing;
        this.transactions = transactions;
        this.stamps = stamps;
    }

    /**
     * What marks changes.
     *
     * @param trail records them
     * @param ids of new endpoints
     * @param clock of the node
     */
    record Stamps(AuditTrail trail, TimeOrderedIds ids, InstantSource clock) {}

    List<Endpoint> all() {
        return rows.all(LISTED);
    }

    List<Endpoint> of(AgencyCode agency) {
        return rows.of(agency);
    }

    Optional<Endpoint> find(UUID id) {
        return rows.find(id);
    }

    /** Makes one, if it answers a ping with 2xx. */
    EndpointAnswer create(AgencyCode agency, Wish wish) {
        Instant now = Timestamps.millis(stamps.clock().instant());
        Endpoint fresh = new Endpoint(
                stamps.ids().next(), agency, wish, 1, new SecretEpoch(1, null), new Standing(null, null, null), now);
        if (rows.of(agency).size() >= MOST) {
            return new EndpointAnswer.TooMany();
        }
        WebhookReply reply = call(fresh, pingId());
        if (!isSuccess(reply)) {
            return new EndpointAnswer.NotAnswered(reply);
        }
        return commit(() -> {
            if (rows.lockAgency(agency) >= MOST) {
                return new EndpointAnswer.TooMany();
            }
            rows.insert(fresh.id(), agency, wish, queueing.head(), now);
            record(fresh, "create");
            return new EndpointAnswer.Secretive(fresh, signing.shown(fresh.purpose(1)));
        });
    }

    /** Changes what was set; another address must answer a ping first. */
    EndpointAnswer change(Endpoint endpoint, int version, Wish wish) {
        if (!wish.address().equals(endpoint.wish().address())) {
            Endpoint moved = new Endpoint(
                    endpoint.id(),
                    endpoint.agency(),
                    wish,
                    endpoint.version(),
                    endpoint.secret(),
                    endpoint.standing(),
                    endpoint.createdAt());
            WebhookReply reply = call(moved, pingId());
            if (!isSuccess(reply)) {
                return new EndpointAnswer.NotAnswered(reply);
            }
        }
        return changed(endpoint, "edit", () -> rows.update(endpoint.id(), version, wish));
    }

    /** Makes a new secret; the former one goes on for a time besides. */
    EndpointAnswer rotate(Endpoint endpoint, Duration overlap) {
        int epoch = endpoint.secret().epoch();
        Instant until = Timestamps.millis(stamps.clock().instant().plus(overlap));
        return changed(endpoint, "rotate", () -> rows.rotate(endpoint.id(), epoch, until))
                        instanceof EndpointAnswer.Done(Endpoint present)
                ? new EndpointAnswer.Secretive(present, signing.shown(present.purpose(epoch + 1)))
                : new EndpointAnswer.ChangedMeanwhile();
    }

    EndpointAnswer stop(Endpoint endpoint) {
        Instant now = stamps.clock().instant();
        return changed(endpoint, "stop", () -> rows.stop(endpoint.id(), StopReason.BY_HAND, now));
    }

    /** Switches it on again; what came meanwhile is told now. */
    EndpointAnswer start(Endpoint endpoint) {
        EndpointAnswer answer = changed(endpoint, "start", () -> rows.start(endpoint.id()));
        if (answer instanceof EndpointAnswer.Done) {
            queueing.resume(endpoint);
        }
        return answer;
    }

    /** Removes it and all that waits for it; false when it was gone already. */
    boolean remove(Endpoint endpoint) {
        return commit(() -> {
            boolean gone = rows.remove(endpoint.id());
            if (gone) {
                record(endpoint, "remove");
            }
            return gone;
        });
    }

    private EndpointAnswer changed(Endpoint endpoint, String act, java.util.function.BooleanSupplier work) {
        return commit(() -> {
            if (!work.getAsBoolean()) {
                return new EndpointAnswer.ChangedMeanwhile();
            }
            record(endpoint, act);
            return rows.find(endpoint.id())
                    .<EndpointAnswer>map(EndpointAnswer.Done::new)
                    .orElseGet(EndpointAnswer.ChangedMeanwhile::new);
        });
    }

    /** Calls it once and keeps what came of it among the attempts. */
    WebhookReply ping(Endpoint endpoint) {
        String id = pingId();
        WebhookReply reply = call(endpoint, id);
        outcomes.record(endpoint, id, PING, body(endpoint, id), reply);
        return reply;
    }

    /** Tells everything again that happened since then, as far back as events are kept. */
    boolean replay(Endpoint endpoint, Instant since) {
        boolean moved = commit(() -> {
            boolean found = queueing.goBack(endpoint, since);
            if (found) {
                record(endpoint, "replay");
            }
            return found;
        });
        if (moved) {
            queueing.resume(endpoint);
        }
        return moved;
    }

    /** Tells one event again; false when it is not kept any more. */
    boolean repeat(Endpoint endpoint, String event) {
        return commit(() -> queueing.repeat(endpoint, event));
    }

    private String pingId() {
        return "ping_" + stamps.ids().next();
    }

    private WebhookReply call(Endpoint endpoint, String id) {
        return sending.call(endpoint, id, body(endpoint, id));
    }

    private String body(Endpoint endpoint, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("specversion", "1.0");
        body.put("id", id);
        body.put("type", PING);
        body.put("subject", endpoint.agency().value());
        body.put("time", Timestamps.format(Timestamps.millis(stamps.clock().instant())));
        body.put("data", Map.of());
        return json.writeValueAsString(body);
    }

    private static boolean isSuccess(WebhookReply reply) {
        return reply instanceof WebhookReply.Answered answered && answered.isSuccess();
    }

    private void record(Endpoint endpoint, String act) {
        stamps.trail()
                .record(SecurityEvent.of(EventKind.WEBHOOK_CHANGE)
                        .on(EventObject.of(EventObject.Kind.SETTING, "webhook/" + endpoint.id()))
                        .with("agency", endpoint.agency().value())
                        .with("act", act));
    }

    private <T> T commit(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
