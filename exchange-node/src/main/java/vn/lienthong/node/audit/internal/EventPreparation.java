package vn.lienthong.node.audit.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.NodeFacts;

/** Turns what a witness told into what is stored: fills in who and where, writes the entry, sets the private part aside. */
@Component
public class EventPreparation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SALT = 32;

    private final Surroundings surroundings;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final SecureRandom random;
    private final String version;

    EventPreparation(
            Surroundings surroundings, TimeOrderedIds ids, InstantSource clock, SecureRandom random, NodeFacts facts) {
        this.surroundings = surroundings;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.version = facts.version();
    }

    PreparedEvent prepare(SecurityEvent told) {
        Origin origin = Optional.ofNullable(told.origin()).orElseGet(surroundings::origin);
        Actor actor = Optional.ofNullable(told.actor()).orElseGet(() -> surroundings.actor(origin));
        return prepare(new EventId(ids.next()), clock.instant(), told.by(actor).from(origin));
    }

    PreparedEvent prepare(EventId id, Instant now, SecurityEvent event) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        @Nullable PrivatePart privatePart = privatePart(event);
        Map<String, Object> entry = entry(id, at, event);
        if (privatePart != null) {
            entry.put("privateSha256", privatePart.commitment().hex());
        }
        return new PreparedEvent(id, at, event, Octets.of(JSON.writeValueAsBytes(entry)), privatePart);
    }

    private Map<String, Object> entry(EventId id, Instant at, SecurityEvent event) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("v", 1);
        entry.put("type", "lienthong.security-event");
        entry.put("catalogue", EventKind.CATALOGUE_VERSION);
        entry.put("eventId", id.toString());
        entry.put("time", Times.text(at));
        entry.put("software", version);
        entry.put("action", event.kind().action());
        entry.put("severity", event.kind().severity().name());
        entry.put("outcome", event.outcome().name());
        put(entry, "reason", event.reason());
        put(entry, "actor", actor(event.actor()));
        put(entry, "object", object(event.object()));
        Origin origin = event.origin() == null ? Origin.here() : event.origin();
        entry.put("channel", origin.channel().name());
        put(entry, "correlationId", origin.correlationId());
        if (!event.facts().isEmpty()) {
            entry.put("facts", event.facts());
        }
        return entry;
    }

    private static @Nullable Map<String, Object> actor(@Nullable Actor actor) {
        if (actor == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", actor.kind().name());
        members.put("id", actor.id());
        put(members, "role", actor.role());
        put(members, "onBehalfOf", actor.onBehalfOf());
        return members;
    }

    private static @Nullable Map<String, Object> object(@Nullable EventObject object) {
        if (object == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", object.kind().name());
        members.put("id", object.id());
        put(members, "secrecy", object.secrecy());
        return members;
    }

    private @Nullable PrivatePart privatePart(SecurityEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (event.actor() != null) {
            put(members, "login", event.actor().login());
        }
        if (event.origin() != null) {
            put(members, "address", event.origin().address());
            put(members, "device", event.origin().device());
            put(members, "certificate", event.origin().certificate());
        }
        if (!event.privateFacts().isEmpty()) {
            members.put("facts", event.privateFacts());
        }
        if (members.isEmpty()) {
            return null;
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PrivatePart(Octets.of(salt), Octets.of(JSON.writeValueAsBytes(members)));
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
