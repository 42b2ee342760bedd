package vn.lienthong.node.audit.internal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.alert.AgencySigns;
import vn.lienthong.node.audit.alert.WorkingTime;
import vn.lienthong.node.audit.export.Shipping;
import vn.lienthong.node.audit.export.ShippingState;

/** Signs of life, and how long ago they were. */
@Component
class Silence {

    private final ObjectProvider<AgencySigns> signs;
    private final ObjectProvider<WorkingTime> workingTime;
    private final Shipping shipping;

    Silence(ObjectProvider<AgencySigns> signs, ObjectProvider<WorkingTime> workingTime, Shipping shipping) {
        this.signs = signs;
        this.workingTime = workingTime;
        this.shipping = shipping;
    }

    /** When something last came from an agency. */
    Optional<Instant> lastSign(String agency) {
        return signs.orderedStream()
                .flatMap(source -> source.last(agency).stream())
                .max(Comparator.naturalOrder());
    }

    /** When the oldest event was recorded that still waits for the collector. */
    Optional<Instant> oldestNotShipped() {
        ShippingState state = shipping.state();
        return state.enabled() ? Optional.ofNullable(state.oldest()) : Optional.empty();
    }

    /** How long it lasts. */
    Duration length(Instant from, Instant until, boolean workingOnly) {
        return workingOnly
                ? workingTime.getIfAvailable(OfficeHours::new).between(from, until)
                : Duration.between(from, until);
    }
}
