package vn.lienthong.node.webhook.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.EventType;

/**
 * Where a program of an agency is told of events. Public with its methods because pages read it.
 *
 * @param id identity
 * @param agency whose events
 * @param wish what its administrators set
 * @param version grows with every change of it
 * @param secret which secrets it signs with
 * @param standing how it does
 * @param createdAt when it was made
 */
public record Endpoint(
        UUID id, AgencyCode agency, Wish wish, int version, SecretEpoch secret, Standing standing, Instant createdAt) {

    /**
     * What administrators set.
     *
     * @param name as they call it
     * @param address where it is
     * @param types of events that it is told
     */
    public record Wish(String name, String address, Set<EventType> types) {
        /** Copies the types. */
        public Wish {
            types = Set.copyOf(types);
        }

        /** The types by their words, in order. */
        public List<String> words() {
            return types.stream().sorted().map(EventType::word).toList();
        }
    }

    /**
     * Which secrets messages are signed with.
     *
     * @param epoch of the present one
     * @param overlapUntil until when the former one is used besides; null when it is not
     */
    public record SecretEpoch(int epoch, @Nullable Instant overlapUntil) {}

    /**
     * How it does.
     *
     * @param failingSince since when nothing arrived; null when all goes well
     * @param stoppedAt when it was switched off; null when it is on
     * @param stoppedWhy why
     */
    public record Standing(
            @Nullable Instant failingSince,
            @Nullable Instant stoppedAt,
            @Nullable StopReason stoppedWhy) {}

    /** Why an endpoint is told nothing. Names are stored. */
    public enum StopReason {
        /** An administrator has switched it off. */
        BY_HAND,
        /** Nothing arrived for a day. */
        NO_ANSWER,
        /** It said that it is gone for ever. */
        GONE
    }

    /** Whether it is told events. */
    public boolean active() {
        return standing.stoppedWhy() == null;
    }

    /** The purposes of the secrets that a message is signed with now, the newest first. */
    List<String> purposes(Instant now) {
        String present = purpose(secret.epoch());
        Instant until = secret.overlapUntil();
        return until != null && now.isBefore(until) ? List.of(present, purpose(secret.epoch() - 1)) : List.of(present);
    }

    String purpose(int epoch) {
        return "endpoint\0" + id + "\0" + epoch;
    }

    /** Until when the former secret counts; empty when it does not any more. */
    Optional<Instant> overlap(Instant now) {
        return Optional.ofNullable(secret.overlapUntil()).filter(now::isBefore);
    }
}
