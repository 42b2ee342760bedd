package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/** Removes uploads that their sender has given up. */
@Component
@InNodeRole
public class UploadSweep {

    /** How long an upload is kept after its last octet. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final int GROUP = 100;

    private final UploadRows rows;
    private final KnownParcels knownParcels;
    private final PayloadStore store;
    private final InstantSource clock;

    UploadSweep(UploadRows rows, KnownParcels knownParcels, PayloadStore store, InstantSource clock) {
        this.rows = rows;
        this.knownParcels = knownParcels;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @return how many uploads were removed
     */
    public int sweep() {
        List<ParcelId> stale =
                rows.untouchedSince(Timestamps.millis(clock.instant()).minus(KEPT), GROUP);
        int removed = 0;
        for (ParcelId parcel : stale) {
            removed += remove(parcel) ? 1 : 0;
        }
        return removed;
    }

    private boolean remove(ParcelId parcel) {
        try {
            boolean accepted = !knownParcels.among(List.of(parcel)).isEmpty();
            // The part first: a row without a part is an upload that begins anew, a part without a row is nobody's.
            boolean dropped = accepted || store.delete(new PayloadId(parcel.value()));
            rows.end(parcel);
            LOG.atInfo()
                    .addKeyValue("parcel", parcel)
                    .log("upload given up by its sender, payload removed: {}", dropped);
            return true;
        } catch (IOException e) {
            LOG.atError().addKeyValue("parcel", parcel).setCause(e).log("a stale upload could not be removed");
            return false;
        }
    }
}
