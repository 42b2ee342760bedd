package vn.lienthong.node.ceremony.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.ceremony.internal.EndingCertificates.Ending;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

/** Warnings before the certificate of the node's connections ends: 60, 30 and 7 days before, each once. */
@NodeTest
class EndingCertificatesIT {

    private final EndingCertificates ending;
    private final SettableClock clock;
    private final JdbcClient database;
    private final NodeKeyRenewal node;

    @Autowired
    EndingCertificatesIT(
            DirectoryView directory,
            NodeKeyRenewal node,
            JdbcClient database,
            TransactionTemplate transaction,
            EndingCertificates.News news) {
        this.clock = new SettableClock(
                node.identity().tls().certificate().getNotAfter().toInstant().minus(Duration.ofDays(61)));
        this.database = database;
        this.node = node;
        this.ending =
                new EndingCertificates(new KeysThatWereAsked(), directory, node, database, transaction, news, clock);
    }

    @BeforeEach
    void nobodyWasWarned() {
        var _ = database.sql("delete from key_warning").update();
    }

    private List<Ending> ofConnections() {
        return ending.known().stream().filter(one -> one.part().equals("tls")).toList();
    }

    private long warned(int days) {
        return database.sql("select count(*) from key_warning where days = ? and certificate = unhex(?)")
                .params(days, ofConnections().getFirst().certificate().hex())
                .query(Long.class)
                .single();
    }

    @Test
    void warnsSixtyThirtyAndSevenDaysAheadOnceEach() {
        int _ = ending.round();
        assertThat(ofConnections()).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(ending.round()).isPositive();
        assertThat(ending.round()).isZero();
        assertThat(ofConnections()).singleElement().satisfies(one -> {
            assertThat(one.days()).isEqualTo(60);
            assertThat(one.holder()).isEqualTo(node.identity().nodeId().value());
        });
        clock.advance(Duration.ofDays(31));
        assertThat(ending.round()).isPositive();
        clock.advance(Duration.ofDays(23));
        assertThat(ending.round()).isPositive();
        assertThat(ending.round()).isZero();
        assertThat(List.of(warned(60), warned(30), warned(7))).containsExactly(1L, 1L, 1L);
        assertThat(ofConnections().getFirst().threshold()).isEqualTo(7);
    }

    @Test
    void warnsOnceWhenSeveralLookAtATime() throws InterruptedException, ExecutionException {
        clock.advance(Duration.ofDays(2));
        int expected = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> round = ending::round;
            for (Future<Integer> told : threads.invokeAll(List.of(round, round, round, round))) {
                expected += told.get();
            }
        }
        assertThat(expected).isEqualTo(ending.known().size()).isPositive();
    }

    @Test
    void saysInTheStatusHowManyEndSoon() {
        clock.advance(Duration.ofDays(2));
        int _ = ending.round();
        assertThat(ending.members().get("certificatesEnding"))
                .isEqualTo(ending.known().size());
    }
}
