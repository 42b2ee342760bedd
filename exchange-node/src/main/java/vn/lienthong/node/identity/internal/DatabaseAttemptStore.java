package vn.lienthong.node.identity.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Failed sign-ins in the database. */
@Component
class DatabaseAttemptStore implements AttemptStore {
    private final AttemptRows rows;

    DatabaseAttemptStore(AttemptRows rows) {
        this.rows = rows;
    }

    @Override
    public Tally tally(AttemptSubject subject) {
        return rows.findBySubject(subject.octets())
                .map(AttemptEntity::tally)
                .orElseGet(() -> new Tally(0, Instant.EPOCH, null));
    }

    @Override
    public void remember(AttemptSubject subject, Tally tally) {
        var _ = rows.remember(subject.octets(), tally.failures(), tally.lastAt(), tally.blockedUntil());
    }

    @Override
    public void forget(AttemptSubject subject) {
        var _ = rows.forget(subject.octets());
    }

    @Override
    public void forgetOlder(Instant before) {
        var _ = rows.forgetOlder(before);
    }
}
