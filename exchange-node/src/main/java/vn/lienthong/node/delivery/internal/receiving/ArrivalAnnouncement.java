package vn.lienthong.node.delivery.internal.receiving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.delivery.SecretArrivalListener;
import vn.lienthong.node.platform.InNodeRole;

/** Tells of arrivals in their transaction: of ordinary documents those who serve them, of secrets only the secret area. */
@Component
@InNodeRole
class ArrivalAnnouncement {

    private final ObjectProvider<ArrivalListener> ordinary;
    private final ObjectProvider<SecretArrivalListener> secret;

    ArrivalAnnouncement(ObjectProvider<ArrivalListener> ordinary, ObjectProvider<SecretArrivalListener> secret) {
        this.ordinary = ordinary;
        this.secret = secret;
    }

    /**
     * What one parcel brought.
     *
     * @param parcel the parcel
     * @param arrivals one per recipient served here
     */
    record Brought(SoundParcel parcel, List<Arrival> arrivals) {}

    void arrived(List<Brought> all) {
        List<Arrival> open = all.stream()
                .filter(brought -> !brought.parcel().level().isStateSecret())
                .flatMap(brought -> brought.arrivals().stream())
                .toList();
        if (!open.isEmpty()) {
            ordinary.orderedStream().forEach(listener -> listener.arrived(open));
        }
        List<SecretArrival> hidden = new ArrayList<>();
        try {
            all.stream()
                    .filter(brought -> brought.parcel().level().isStateSecret())
                    .forEach(brought -> add(brought, hidden));
            if (!hidden.isEmpty()) {
                secret.orderedStream().forEach(listener -> listener.arrived(List.copyOf(hidden)));
            }
        } finally {
            hidden.forEach(SecretArrival::wipe);
        }
    }

    private static void add(Brought brought, List<SecretArrival> hidden) {
        Verification.Outcome.Verified verified = brought.parcel().verified();
        byte[] key = verified.regime().key().expose();
        for (Arrival arrival : brought.arrivals()) {
            hidden.add(new SecretArrival(
                    arrival,
                    verified.level(),
                    key,
                    verified.document(),
                    verified.regime().approvals()));
        }
        Arrays.fill(key, (byte) 0);
    }
}
