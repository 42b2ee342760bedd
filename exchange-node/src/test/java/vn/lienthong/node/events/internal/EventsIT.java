package vn.lienthong.node.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.testing.NodeTest;

/** The feed on a real database: nothing is missed, nothing comes twice, nobody waits longer than needed. */
@NodeTest
class EventsIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final AgencyCode agency = new AgencyCode("H97." + (10 + NUMBER.incrementAndGet()));

    @Autowired
    private AgencyEvents events;

    @Autowired
    private EventRows rows;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private KeyWatch watch;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private JdbcClient database;

    @Autowired
    private InstantSource clock;

    private AgencyNews news(String what) {
        return AgencyNews.about(agency, EventType.KEY_EXPIRING, what);
    }

    private void write(String what) {
        transactions.executeWithoutResult(_ -> events.record(List.of(news(what))));
    }

    private List<AgencyEvent> follow(long after) {
        return events.after(agency, after, 100, clock.instant().plusSeconds(30));
    }

    private static List<String> codes(List<AgencyEvent> found) {
        return found.stream().map(event -> String.valueOf(event.news().code())).toList();
    }

    @Test
    void doesNotSkipWhatIsWrittenFirstAndCommittedLast() throws InterruptedException, ExecutionException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                events.record(List.of(news("first")));
                written.countDown();
                await(commit);
            }));
            await(written);
            write("second");
            List<AgencyEvent> before = follow(0);
            assertThat(codes(before)).containsExactly("second");
            commit.countDown();
            assertThat(slow.get()).isNull();
            assertThat(codes(follow(before.getLast().place()))).containsExactly("first");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsEachEventOnceToOneWhoFollowsWhileManyWrite() throws InterruptedException, ExecutionException {
        int writers = 8;
        int each = 60;
        List<String> seen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer + "-";
                all.add(threads.submit(() -> IntStream.range(0, each).forEach(number -> writeOrUndo(name, number))));
            }
            long cursor = 0;
            while (seen.size() < writers * each) {
                List<AgencyEvent> found = follow(cursor);
                assertThat(found).as("after %d events", seen.size()).isNotEmpty();
                seen.addAll(codes(found));
                cursor = found.getLast().place();
            }
            for (Future<?> writer : all) {
                assertThat(writer.get()).isNull();
            }
            assertThat(events.after(agency, cursor, 10, clock.instant().plusMillis(200)))
                    .isEmpty();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(writers * each).noneMatch(code -> code.startsWith("undone"));
    }

    /** Some transactions are rolled back: their numbers are gone, and nobody waits for them. */
    private void writeOrUndo(String name, int number) {
        if (number % 7 == 0) {
            transactions.executeWithoutResult(status -> {
                events.record(List.of(news("undone" + number)));
                status.setRollbackOnly();
            });
        }
        write(name + number);
    }

    @Test
    void wakesOneWhoWaitsAsSoonAsItIsCommitted() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            write("earlier");
            long cursor = follow(0).getLast().place();
            Future<List<AgencyEvent>> waiting = threads.submit(() -> follow(cursor));
            long begun = System.nanoTime();
            write("now");
            assertThat(codes(waiting.get())).containsExactly("now");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void givesEachAgencyOnlyItsOwn() {
        write("own");
        assertThat(events.after(new AgencyCode("H97.99"), 0, 10, clock.instant()))
                .isEmpty();
    }

    @Test
    void tellsOfAKeyThatEndsSoonOnce() {
        ApiKeyId key = keys.issue(new NewApiKey(
                        agency,
                        "sắp hết hạn",
                        Set.of(ApiScope.TRACK),
                        clock.instant().plus(Duration.ofDays(3))))
                .id();
        watch.round();
        watch.round();
        List<AgencyEvent> told = follow(0);
        assertThat(codes(told)).containsExactly(key.value());
        assertThat(events.after(
                        agency, told.getLast().place(), 10, clock.instant().plusMillis(300)))
                .isEmpty();
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        assertThatThrownBy(() -> events.record(List.of(news("outside"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void beginsAgainAtAMoment() {
        write("one");
        long one = follow(0).getLast().place();
        assertThat(events.before(agency, Instant.EPOCH)).isEqualTo(one - 1);
        assertThat(events.before(agency, clock.instant().plusSeconds(60))).isEqualTo(events.head());
    }

    @Test
    void forgetsWhatIsOld() {
        write("old");
        long old = follow(0).getLast().place();
        int aged = database.sql("update agency_event set told_at = '2001-01-01' where place = ?")
                .param(old)
                .update();
        assertThat(rows.forget(Instant.parse("2001-02-01T00:00:00Z"), 10)).isEqualTo(aged);
        assertThat(events.after(agency, 0, 10, clock.instant())).isEmpty();
    }
}
