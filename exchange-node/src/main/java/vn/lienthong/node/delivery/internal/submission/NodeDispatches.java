package vn.lienthong.node.delivery.internal.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.platform.InNodeRole;

/** Ordinary dispatches of the agencies that this node serves. */
@InNodeRole
@Service
class NodeDispatches implements Dispatches {

    private final ParcelBeginning beginning;
    private final DispatchReading reading;
    private final SuitePolicy suites;
    private final InstantSource clock;

    NodeDispatches(ParcelBeginning beginning, DispatchReading reading, SuitePolicy suites, InstantSource clock) {
        this.beginning = beginning;
        this.reading = reading;
        this.suites = suites;
        this.clock = clock;
    }

    @Override
    public Submission begin(DispatchOrder order) {
        return beginning.earlier(order).orElseGet(() -> beginNew(order));
    }

    private Submission beginNew(DispatchOrder order) {
        if (order.metadata().secrecy().isStateSecret()) {
            return new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED);
        }
        Instant now = Timestamps.millis(clock.instant());
        return SendingRegime.ordinary(suites, now)
                .map(regime -> beginning.begin(order, regime, now))
                .orElseGet(() -> new Submission.Rejected(ErrorCode.SUITE_UNKNOWN));
    }

    @Override
    public Optional<Dispatch> find(AgencyCode sender, ParcelId parcelId) {
        return reading.find(sender, parcelId);
    }

    @Override
    public Optional<Document> document(AgencyCode sender, ParcelId parcelId) {
        return reading.document(sender, parcelId);
    }

    @Override
    public Optional<Dispatch> await(AgencyCode sender, ParcelId parcelId, DeliveryStage stage, Instant deadline) {
        return reading.await(sender, parcelId, stage, deadline);
    }

    @Override
    public List<Dispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit) {
        return reading.list(sender, before, limit);
    }

    @Override
    public List<ParcelId> alike(AgencyCode sender, String number, String notation, LocalDate date) {
        return reading.alike(sender, number, notation, date);
    }
}
