package vn.lienthong.node.webhook.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Where endpoints stand in the feed, and how that is changed by hand. */
@InNodeRole
@Component
class Queueing {

    private static final Logger LOG = LoggerFactory.getLogger(Queueing.class);

    private final EndpointRows rows;
    private final Messages messages;
    private final AgencyEvents events;
    private final Spooling spooling;
    private final Rounds rounds;
    private final InstantSource clock;

    Queueing(
            EndpointRows rows,
            Messages messages,
            AgencyEvents events,
            Spooling spooling,
            @Qualifier(WebhookConfiguration.SPOOLING) Rounds rounds,
            InstantSource clock) {
        this.rows = rows;
        this.messages = messages;
        this.events = events;
        this.spooling = spooling;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Where a new endpoint begins: with what happens from now on. */
    long head() {
        return events.head();
    }

    /** Puts an endpoint back to a moment, in the caller's transaction; false when it is off or being served this very moment. */
    boolean goBack(Endpoint endpoint, Instant since) {
        long wanted = events.before(endpoint.agency(), since);
        return rows.awaitPlace(endpoint.id())
                .map(place -> {
                    rows.place(endpoint.id(), Math.min(place, wanted));
                    return true;
                })
                .orElse(false);
    }

    boolean repeat(Endpoint endpoint, String event) {
        return messages.repeat(endpoint.id(), event, clock.instant());
    }

    /** Goes on at once with an endpoint that was off or was put back. */
    void resume(Endpoint endpoint) {
        LOG.debug("{} messages go on", messages.hurry(endpoint.id(), clock.instant()));
        spooling.note(Set.of(endpoint.agency()));
        rounds.wake();
    }
}
