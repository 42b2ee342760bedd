package vn.lienthong.node.delivery.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.RECIPIENT;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.SENDER;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class IdempotencyIT {

    private static final int THREADS = 8;

    private final SubmissionWorld world;

    IdempotencyIT(DataSource database) throws IOException {
        world = new SubmissionWorld(database);
    }

    @RepeatedTest(3)
    void requestsThatRaceUnderOneKeyMakeOneParcel() throws IOException, SQLException, InterruptedException {
        String key = world.ids.next().toString();
        long before = world.rows().getFirst();
        int payloads = world.payloads().size();
        List<Completion> results = race(order(key, RECIPIENT.value()));
        List<ParcelId> taken = new ArrayList<>();
        List<ParcelId> repeated = new ArrayList<>();
        for (Completion result : results) {
            switch (result) {
                case Completion.Taken(ParcelId parcelId) -> taken.add(parcelId);
                case Completion.Repeated(ParcelId parcelId) -> repeated.add(parcelId);
                case Completion.KeyTaken() -> throw new AssertionError("the orders were the same");
            }
        }
        assertThat(taken).hasSize(1);
        assertThat(repeated).hasSize(THREADS - 1).containsOnly(taken.getFirst());
        assertThat(world.rows().getFirst()).isEqualTo(before + 1);
        assertThat(world.payloads()).hasSize(payloads + 1);
        assertThat(world.book.ofParcel(taken.getFirst())).hasSize(1);
    }

    private List<Completion> race(DispatchOrder order) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Completion>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> send(order, start)));
            }
            List<Completion> results = new ArrayList<>();
            for (Future<Completion> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Completion send(DispatchOrder order, CyclicBarrier start)
            throws IOException, InterruptedException, BrokenBarrierException {
        try (OpenDispatch open = world.open(order)) {
            open.addFile("a.pdf", "application/pdf", new ByteArrayInputStream(new byte[1000]));
            start.await();
            return open.submit();
        }
    }

    @Test
    void anotherOrderUnderAKeyThatWasTakenMeanwhileIsNotTakenForIt() throws IOException {
        try (OpenDispatch slow = world.open(order("contested", RECIPIENT.value(), SENDER.value()))) {
            slow.addFile("a.pdf", "application/pdf", new ByteArrayInputStream(new byte[1000]));
            ParcelId fast = world.sent(order("contested", RECIPIENT.value()));
            assertThat(slow.submit()).isEqualTo(new Completion.KeyTaken());
            assertThat(world.dispatches.find(SENDER, fast)).isPresent();
        }
    }
}
