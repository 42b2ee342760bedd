package vn.lienthong.node.delivery.internal.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.DispatchListener;
import vn.lienthong.node.delivery.MovedDelivery;
import vn.lienthong.node.delivery.SecretDispatchListener;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.platform.InNodeRole;

/** Tells of what is sent: of ordinary documents those who serve them, of state secrets nobody but the secret area. */
@InNodeRole
@Component
public class DispatchNews {

    private final ObjectProvider<DispatchListener> ordinary;
    private final ObjectProvider<SecretDispatchListener> secret;
    private final SecretMarks marks;

    DispatchNews(
            ObjectProvider<DispatchListener> ordinary,
            ObjectProvider<SecretDispatchListener> secret,
            SecretMarks marks) {
        this.ordinary = ordinary;
        this.secret = secret;
        this.marks = marks;
    }

    /** A parcel was accepted, in the caller's transaction. */
    void accepted(ParcelId parcel, AgencyCode sender, boolean isSecret) {
        if (isSecret) {
            secret.orderedStream().forEach(listener -> listener.accepted(parcel, sender));
        } else {
            ordinary.orderedStream().forEach(listener -> listener.accepted(parcel, sender));
        }
    }

    /** Deliveries stand elsewhere, in the caller's transaction. */
    public void moved(List<MovedDelivery> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Set<ParcelId> secrets =
                marks.among(moves.stream().map(MovedDelivery::parcelId).toList());
        Map<Boolean, List<MovedDelivery>> parted =
                moves.stream().collect(Collectors.partitioningBy(move -> secrets.contains(move.parcelId())));
        List<MovedDelivery> open = parted.getOrDefault(false, List.of());
        if (!open.isEmpty()) {
            ordinary.orderedStream().forEach(listener -> listener.moved(open));
        }
        List<MovedDelivery> hidden = parted.getOrDefault(true, List.of());
        if (!hidden.isEmpty()) {
            secret.orderedStream().forEach(listener -> listener.moved(hidden));
        }
    }
}
