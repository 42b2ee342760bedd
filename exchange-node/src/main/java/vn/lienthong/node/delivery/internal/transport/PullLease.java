package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.NodeId;

/** Something that lies ready for a node or that it has fetched and not yet answered. Guarded by the mailbox's lock. */
public final class PullLease {

    private final UUID id;
    private final NodeId target;
    private final PullContent content;
    private final Condition settled;
    private Instant until;
    private boolean fetched;
    private boolean ended;
    private byte @Nullable [] answer;

    PullLease(UUID id, NodeId target, PullContent content, Condition settled, Instant now) {
        this.id = id;
        this.target = target;
        this.content = content;
        this.settled = settled;
        this.until = now.plus(content.patience());
    }

    /** Returns its name, which its holder shows. */
    public UUID id() {
        return id;
    }

    /** Returns what it is about. */
    public PullContent content() {
        return content;
    }

    NodeId target() {
        return target;
    }

    boolean isFetched() {
        return fetched;
    }

    boolean isOpen(Instant now) {
        return !ended && answer == null && now.isBefore(until);
    }

    Condition settled() {
        return settled;
    }

    Optional<byte[]> answer() {
        return Optional.ofNullable(answer).map(byte[]::clone);
    }

    void fetch(Instant now) {
        fetched = true;
        renew(now);
    }

    void renew(Instant now) {
        until = now.plus(content.lease());
    }

    void answer(byte[] octets) {
        answer = octets.clone();
        settled.signalAll();
    }

    void end() {
        ended = true;
        settled.signalAll();
    }
}
