package vn.lienthong.node.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.RecordingFailedException;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.testing.SettableClock;

class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void commitsEachEventOnceWhoeverElseWaits() throws Exception {
        Set<EventId> stored = ConcurrentHashMap.newKeySet();
        AtomicInteger commits = new AtomicInteger();
        try (GroupCommit group = new GroupCommit(
                                events -> {
                                    commits.incrementAndGet();
                                    events.forEach(event ->
                                            assertThat(stored.add(event.id())).isTrue());
                                },
                                PATIENCE)
                        .start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 2000)
                    .forEach(i -> all.add(threads.submit(() -> commitAndFind(group, event(i), stored))));
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(stored).hasSize(2000);
        assertThat(commits.get()).isLessThanOrEqualTo(2000);
    }

    private static void commitAndFind(GroupCommit group, PreparedEvent event, Set<EventId> stored) {
        group.commit(event);
        assertThat(stored).contains(event.id());
    }

    @Test
    void tellsEveryCallerThatTheDatabaseIsAway() {
        try (GroupCommit group = new GroupCommit(
                        _ -> {
                            throw new DataAccessResourceFailureException("away");
                        },
                        PATIENCE)
                .start()) {
            assertThatThrownBy(() -> group.commit(event(1)))
                    .isInstanceOf(RecordingFailedException.class)
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    @Test
    void triesAgainWhenTheDatabaseBrokeItOff() {
        AtomicInteger calls = new AtomicInteger();
        try (GroupCommit group = new GroupCommit(
                        _ -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new CannotAcquireLockException("deadlock");
                            }
                        },
                        PATIENCE)
                .start()) {
            group.commit(event(1));
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void refusesAfterItsEnd() {
        GroupCommit group = new GroupCommit(_ -> {}, PATIENCE).start();
        group.close();
        assertThatThrownBy(() -> group.commit(event(1))).isInstanceOf(RecordingFailedException.class);
    }

    private static PreparedEvent event(int number) {
        return new PreparedEvent(
                new EventId(new UUID(number, 0)),
                SettableClock.START,
                SecurityEvent.of(EventKind.AUDIT_VIEW),
                Octets.of(new byte[] {1}),
                null);
    }
}
