package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Failed sign-ins without a database. */
final class InMemoryAttemptStore implements AttemptStore {

    private final Map<AttemptSubject, Tally> tallies = new HashMap<>();

    @Override
    public Tally tally(AttemptSubject subject) {
        return tallies.getOrDefault(subject, new Tally(0, Instant.EPOCH, null));
    }

    @Override
    public void remember(AttemptSubject subject, Tally tally) {
        tallies.put(subject, tally);
    }

    @Override
    public void forget(AttemptSubject subject) {
        tallies.remove(subject);
    }

    @Override
    public void forgetOlder(Instant before) {
        tallies.values().removeIf(tally -> tally.lastAt().isBefore(before));
    }

    int size() {
        return tallies.size();
    }
}
