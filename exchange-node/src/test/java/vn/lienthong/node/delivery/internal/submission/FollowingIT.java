package vn.lienthong.node.delivery.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.RECIPIENT;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.SENDER;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.order;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class FollowingIT {

    private final SubmissionWorld world;

    FollowingIT(DataSource database) throws IOException {
        world = new SubmissionWorld(database);
    }

    @Test
    void pagesGoFromTheNewestToTheOldestAndMissNothing() throws IOException, SQLException {
        world.execute("update outbound_parcel set sender_code = 'gone.x'");
        List<ParcelId> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.addFirst(world.sent(order("page" + i, RECIPIENT.value())));
        }
        List<ParcelId> seen = new ArrayList<>();
        List<Dispatch> page = world.dispatches.list(SENDER, Optional.empty(), 2);
        while (!page.isEmpty()) {
            page.forEach(dispatch -> seen.add(dispatch.parcelId()));
            page = world.dispatches.list(SENDER, Optional.of(seen.getLast()), 2);
        }
        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void anAgencySeesNothingOfAnother() throws IOException {
        ParcelId parcel = world.sent(order("foreign", RECIPIENT.value()));
        assertThat(world.dispatches.find(RECIPIENT, parcel)).isEmpty();
        assertThat(world.dispatches.document(RECIPIENT, parcel)).isEmpty();
        assertThat(world.dispatches.list(RECIPIENT, Optional.empty(), 10)).isEmpty();
        assertThat(world.dispatches.await(RECIPIENT, parcel, DeliveryStage.CONSIGNED, later()))
                .isEmpty();
    }

    @Test
    void whoWaitsIsToldWhenTheDocumentArrives()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        ParcelId parcel = world.sent(order("wait", RECIPIENT.value()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Dispatch>> answer =
                    threads.submit(() -> world.dispatches.await(SENDER, parcel, DeliveryStage.CONSIGNED, later()));
            world.execute("update delivery set state = 2 where hex(parcel_id) = '"
                    + parcel.toString().replace("-", "") + "'");
            world.waiters.changed(List.of(parcel));
            assertThat(answer.get().orElseThrow().hasReached(DeliveryStage.CONSIGNED))
                    .isTrue();
        }
        assertThat(world.waiters.parcels()).isZero();
    }

    @Test
    void whoDoesNotWantToWaitGetsTheStateOfNow() throws IOException {
        ParcelId parcel = world.sent(order("now", RECIPIENT.value()));
        assertThat(world.dispatches.await(SENDER, parcel, DeliveryStage.CONSIGNED, world.clock.instant()))
                .hasValueSatisfying(dispatch ->
                        assertThat(dispatch.hasReached(DeliveryStage.CONSIGNED)).isFalse());
    }

    @Test
    void waitingEndsThoughTheClockStandsStill() throws IOException {
        ParcelId parcel = world.sent(order("still", RECIPIENT.value()));
        Instant soon = world.clock.instant().plusMillis(50);
        assertThat(world.dispatches.await(SENDER, parcel, DeliveryStage.CONSIGNED, soon))
                .isPresent();
    }

    private Instant later() {
        return world.clock.instant().plus(Duration.ofMinutes(1));
    }
}
