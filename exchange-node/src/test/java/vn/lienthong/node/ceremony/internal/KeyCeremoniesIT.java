package vn.lienthong.node.ceremony.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.testing.SettableClock;

/** What one asks for is done once another has confirmed it: by two, in time, once, and after whatever stood in the way. */
@ExtendWith(DatabaseExtension.class)
class KeyCeremoniesIT {

    private static final LoginName FIRST = new LoginName("quan-khoa-1");
    private static final LoginName SECOND = new LoginName("quan-khoa-2");
    private static final int ROUNDS = 10;

    private final KeysThatWereAsked keys = new KeysThatWereAsked();
    private final KeyCeremonies ceremonies;
    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    private final Recorded events = new Recorded();
    private final JdbcClient database;
    private final AgencyId agency;

    KeyCeremoniesIT(DataSource source) {
        this.database = JdbcClient.create(source);
        this.ceremonies = new KeyCeremonies(
                keys,
                new KeyRequestTable(database),
                events,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                ids,
                clock);
        this.agency = new AgencyId(ids.next());
    }

    @BeforeEach
    void nobodyAskedForAnything() {
        var _ = database.sql("delete from key_request").update();
    }

    private long events(EventKind kind) {
        return events.heard().stream().filter(kind::equals).count();
    }

    private UUID asked() {
        return ceremonies.askToDestroy(agency, 3, "-", FIRST);
    }

    private String outcome(UUID id) {
        return database.sql("select coalesce(outcome, '') from key_request where request_id = unhex(?)")
                .param(id.toString().replace("-", ""))
                .query(String.class)
                .single();
    }

    @Test
    void destroysWhatTwoPeopleWantAndRecordsEachStep() {
        UUID id = asked();
        ceremonies.carryOut();
        assertThat(keys.done).isEmpty();
        assertThat(ceremonies.confirm(id, SECOND)).isTrue();
        ceremonies.carryOut();
        ceremonies.carryOut();
        assertThat(keys.done).containsExactly("destroy 3");
        assertThat(outcome(id)).isEqualTo("DESTROYED");
        assertThat(Stream.of(EventKind.KEY_ASK, EventKind.KEY_CONFIRM, EventKind.KEY_CEREMONY)
                        .map(this::events))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void revokesWhatTwoPeopleWant() {
        Sha256 certificate = Sha256.of(new byte[] {1});
        UUID id = ceremonies.askToRevoke(agency, certificate, "lost", FIRST);
        assertThat(ceremonies.confirm(id, SECOND)).isTrue();
        ceremonies.carryOut();
        assertThat(keys.done).containsExactly("revoke " + certificate.hex());
        assertThat(outcome(id)).isEqualTo("REVOKED");
    }

    @Test
    void isNeverConfirmedByWhoeverAskedForIt() {
        UUID id = asked();
        assertThat(ceremonies.confirm(id, FIRST)).isFalse();
        ceremonies.carryOut();
        assertThat(keys.done).isEmpty();
        assertThat(events(EventKind.KEY_CONFIRM)).isZero();
    }

    @Test
    void isNotConfirmedAfterADay() {
        UUID id = asked();
        clock.advance(Duration.ofHours(24));
        assertThat(ceremonies.confirm(id, SECOND)).isFalse();
    }

    @Test
    void isTakenBackByWhoeverAskedAndNobodyElse() {
        UUID id = asked();
        assertThat(ceremonies.withdraw(id, SECOND)).isFalse();
        assertThat(ceremonies.withdraw(id, FIRST)).isTrue();
        assertThat(ceremonies.withdraw(id, FIRST)).isFalse();
        assertThat(ceremonies.confirm(id, SECOND)).isFalse();
        assertThat(events(EventKind.KEY_WITHDRAW)).isEqualTo(1);
    }

    @Test
    void waitsForTheDirectory() {
        UUID id = asked();
        keys.directoryAway = true;
        assertThat(ceremonies.confirm(id, SECOND)).isTrue();
        ceremonies.carryOut();
        assertThat(outcome(id)).isEmpty();
        keys.directoryAway = false;
        ceremonies.carryOut();
        assertThat(keys.done).containsExactly("destroy 3");
        assertThat(events(EventKind.KEY_CEREMONY)).isEqualTo(1);
    }

    @Test
    void knowsNothingOfARequestThatNobodyMade() {
        assertThat(ceremonies.confirm(ids.next(), SECOND)).isFalse();
        assertThat(ceremonies.withdraw(ids.next(), SECOND)).isFalse();
    }

    private static long done(List<Callable<Boolean>> attempts) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long done = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
            return done;
        }
    }

    @Test
    void isConfirmedOnceByManyAtATime() throws InterruptedException, ExecutionException {
        UUID id = asked();
        List<Callable<Boolean>> confirming = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(
                        number -> () -> ceremonies.confirm(id, new LoginName("nguoi-thu-" + number)))
                .toList();
        assertThat(done(confirming)).isEqualTo(1);
        assertThat(events(EventKind.KEY_CONFIRM)).isEqualTo(1);
    }

    @Test
    void isEitherConfirmedOrTakenBack() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            UUID id = asked();
            assertThat(done(List.of(() -> ceremonies.confirm(id, SECOND), () -> ceremonies.withdraw(id, FIRST))))
                    .isEqualTo(1);
        }
        assertThat(events(EventKind.KEY_CONFIRM) + events(EventKind.KEY_WITHDRAW))
                .isEqualTo(ROUNDS);
    }

    @Test
    void isSaidToBeDoneOnceByRoundsThatRunAtATime() throws InterruptedException, ExecutionException {
        UUID id = asked();
        assertThat(ceremonies.confirm(id, SECOND)).isTrue();
        Callable<Boolean> round = () -> {
            ceremonies.carryOut();
            return true;
        };
        assertThat(done(List.of(round, round, round, round))).isEqualTo(4);
        assertThat(outcome(id)).isEqualTo("DESTROYED");
        assertThat(events(EventKind.KEY_CEREMONY)).isEqualTo(1);
    }
}
