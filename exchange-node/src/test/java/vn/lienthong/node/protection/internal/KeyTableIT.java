package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.protection.KeyRotation.What;
import vn.lienthong.node.testing.DatabaseExtension;

/** Two processes with data directories of their own on one database, with one master key from outside. */
@ExtendWith(DatabaseExtension.class)
class KeyTableIT {

    private static final byte[] ROW = Site.ascii("row 1");
    private static final byte[] SUBJECT = Site.ascii("subject");
    private static final int ROUNDS = 20;

    private final JdbcTransactionManager transactions;
    private final JdbcTemplate sql;
    private final Site one;
    private final Site two;

    KeyTableIT(DataSource database) {
        transactions = new JdbcTransactionManager(database);
        sql = new JdbcTemplate(database);
        one = new Site(new TableRows(sql, transactions));
        two = new Site(new TableRows(sql, transactions));
    }

    @BeforeEach
    void empties() {
        int _ = sql.update("delete from protection_key");
        two.masterKey = one.outside();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(tasks.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        int _ = barrier.await();
                        return task.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void drawTheFirstKeyOfAPurposeOnceWhenBothNeedItAtTheSameTime() throws Exception {
        List<Site.Running> both = together(List.of(one::start, two::start));
        for (int round = 0; round < ROUNDS; round++) {
            String purpose = "purpose-" + round;
            List<byte[]> sealed = together(List.of(
                    () -> both.get(0).fields().seal(purpose, ROW, SUBJECT),
                    () -> both.get(1).fields().seal(purpose, ROW, SUBJECT),
                    () -> both.get(0).fields().seal(purpose, ROW, SUBJECT),
                    () -> both.get(1).fields().seal(purpose, ROW, SUBJECT)));
            for (byte[] each : sealed) {
                assertThat(both.get(0).fields().open(purpose, ROW, each)).isEqualTo(SUBJECT);
                assertThat(both.get(1).fields().open(purpose, ROW, each)).isEqualTo(SUBJECT);
            }
        }
        assertThat(sql.queryForObject("select count(*) from protection_key", Integer.class))
                .isEqualTo(ROUNDS + 1);
    }

    @Test
    void keepAKeyWhateverBecomesOfTheTransactionThatNeededItFirst() {
        Site.Running running = one.start();
        byte[] sealed = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return running.fields().seal("books", ROW, SUBJECT);
        });
        assertThat(two.start().fields().open("books", ROW, sealed == null ? new byte[0] : sealed))
                .isEqualTo(SUBJECT);
    }

    @Test
    void sealAndOpenWhileTheOtherRotatesBothKindsOfKeys() throws Exception {
        Site.Running left = one.start();
        Site.Running right = two.start();
        byte[] first = left.fields().seal("books", ROW, SUBJECT);
        one.lay(Objects.requireNonNull(one.masterKey).resolveSibling("master-key.next"));
        List<Boolean> done = together(List.of(
                () -> {
                    assertThat(left.work().rotate(What.MASTER_KEY)).isNotNull();
                    assertThat(left.work().rotate(What.DATA_KEYS)).isNotNull();
                    return true;
                },
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        String purpose = "late-" + round;
                        byte[] sealed = right.fields().seal(purpose, ROW, SUBJECT);
                        assertThat(right.fields().open(purpose, ROW, sealed)).isEqualTo(SUBJECT);
                        assertThat(left.fields().open(purpose, ROW, sealed)).isEqualTo(SUBJECT);
                    }
                    return true;
                }));
        assertThat(done).containsOnly(true);
        assertThat(sql.queryForObject("select count(distinct master) from protection_key", Integer.class))
                .isEqualTo(1);
        boolean _ = right.work().piece();
        assertThat(right.fields().isCurrent("books", right.fields().seal("books", ROW, SUBJECT)))
                .isTrue();
        assertThat(left.fields().isCurrent("books", right.fields().seal("books", ROW, SUBJECT)))
                .isTrue();
        assertThat(right.fields().open("books", ROW, first)).isEqualTo(SUBJECT);
    }

    @Test
    void nothingInTheTableIsAKey() {
        Site.Running running = one.start();
        assertThat(running.fields().seal("books", ROW, SUBJECT)).isNotEmpty();
        Site thief = new Site(one.table);
        thief.outside();
        assertThat(sql.queryForList("select wrapped from protection_key", byte[].class))
                .hasSize(2)
                .allSatisfy(wrapped -> assertThat(wrapped).hasSize(12 + 32 + 16));
        assertThatThrownBy(thief::start).hasMessageContaining("LT-9003");
    }
}
