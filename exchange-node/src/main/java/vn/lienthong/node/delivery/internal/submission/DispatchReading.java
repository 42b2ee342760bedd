package vn.lienthong.node.delivery.internal.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.platform.InNodeRole;

/** Tells where dispatches are, and waits for news of them. */
@InNodeRole
@Component
class DispatchReading {

    private static final int MAX_PAGE = 200;

    /** News made by another replica is not announced here: look again after this time at the latest. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DispatchRows rows;
    private final DispatchWaiters waiters;
    private final InstantSource clock;

    DispatchReading(DispatchRows rows, DispatchWaiters waiters, InstantSource clock) {
        this.rows = rows;
        this.waiters = waiters;
        this.clock = clock;
    }

    Optional<Dispatch> find(AgencyCode sender, ParcelId parcelId) {
        return rows.find(sender, parcelId);
    }

    Optional<Document> document(AgencyCode sender, ParcelId parcelId) {
        return rows.document(sender, parcelId);
    }

    List<ParcelId> alike(AgencyCode sender, String number, String notation, LocalDate date) {
        return rows.alike(sender, number, notation, date);
    }

    Optional<Dispatch> await(AgencyCode sender, ParcelId parcelId, DeliveryStage stage, Instant deadline) {
        // Measured once: the wall clock may be set while somebody waits.
        Duration patience = Duration.between(clock.instant(), deadline);
        long end = System.nanoTime() + (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
        while (true) {
            try (DispatchWaiters.News news = waiters.news(parcelId)) {
                Optional<Dispatch> dispatch = rows.find(sender, parcelId);
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (dispatch.isEmpty() || dispatch.get().hasReached(stage) || !left.isPositive()) {
                    return dispatch;
                }
                boolean told = news.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
                if (waiters.isClosed() || (!told && Thread.currentThread().isInterrupted())) {
                    return dispatch;
                }
            }
        }
    }

    List<Dispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit) {
        return rows.page(sender, before, Math.clamp(limit, 1, MAX_PAGE));
    }
}
