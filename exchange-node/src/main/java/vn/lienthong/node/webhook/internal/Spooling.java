package vn.lienthong.node.webhook.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.EventJson;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/**
 * Puts events into the queues of endpoints: each endpoint has its place in the feed, moved on in the transaction that writes the
 * messages, so that nothing is lost or doubled over a stop of the program.
 */
@InNodeRole
@Component
class Spooling {

    private static final int BATCH = 200;

    private final EndpointRows endpoints;
    private final Messages messages;
    private final AgencyEvents events;
    private final TransactionTemplate transactions;
    private final NodeKeys keys;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Agencies with events that may not be in the queues yet. */
    private final Set<AgencyCode> fresh = ConcurrentHashMap.newKeySet();

    Spooling(
            EndpointRows endpoints,
            Messages messages,
            AgencyEvents events,
            TransactionTemplate transactions,
            NodeKeys keys,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.events = events;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** These agencies have new events. */
    void note(Set<AgencyCode> agencies) {
        fresh.addAll(agencies);
    }

    /** Looks at all agencies: after the start, and now and then, whatever was heard. */
    void lookEverywhere() {
        note(endpoints.agencies());
    }

    /** One round; returns whether there may be more at once. */
    boolean round() {
        Set<AgencyCode> agencies = new HashSet<>(fresh);
        if (agencies.isEmpty()) {
            return false;
        }
        fresh.removeAll(agencies);
        Set<AgencyCode> unfinished = new HashSet<>();
        Rounds.each(endpoints.active(agencies), endpoint -> spool(endpoint).ifPresent(unfinished::add));
        note(unfinished);
        return !unfinished.isEmpty();
    }

    /** Returns the agency when there may be more for the endpoint. */
    private Optional<AgencyCode> spool(UUID id) {
        return Objects.requireNonNullElse(
                transactions.execute(_ -> endpoints
                        .lockPlace(id)
                        .flatMap(place -> endpoints.find(id).filter(endpoint -> spool(endpoint, place) == BATCH))
                        .map(Endpoint::agency)),
                Optional.empty());
    }

    private int spool(Endpoint endpoint, long place) {
        Instant now = clock.instant();
        List<AgencyEvent> found = events.after(endpoint.agency(), place, BATCH, now);
        for (AgencyEvent event : found) {
            if (endpoint.wish().types().contains(event.news().type())) {
                EventJson body = EventJson.of(event, keys.nodeId());
                messages.insert(endpoint.id(), body.id(), body.type(), json.writeValueAsString(body), now);
            }
        }
        if (!found.isEmpty()) {
            endpoints.place(endpoint.id(), found.getLast().place());
        }
        return found.size();
    }
}
