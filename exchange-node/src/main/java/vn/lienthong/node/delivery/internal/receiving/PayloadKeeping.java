package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;

/** Makes payloads that arrived whole durable. */
@Component
@InNodeRole
class PayloadKeeping {

    /** How long a sender stays away while the store is full: somebody has to do something. */
    static final Duration FULL = Duration.ofMinutes(1);

    private static final Duration BUSY = Duration.ofSeconds(1);

    private final PayloadStore store;

    PayloadKeeping(PayloadStore store) {
        this.store = store;
    }

    /** Keeps the octets; empty when they are durable, else what the sender shall do. */
    Optional<RetryLater> keep(ParcelId parcel, byte[] payload) throws IOException {
        PayloadId id = new PayloadId(parcel.value());
        Admission admission = store.create(id, payload.length);
        if (admission instanceof Admission.AlreadyStored && store.delete(id)) {
            // Left by a process that was killed before its commit: the database does not know this parcel.
            admission = store.create(id, payload.length);
        }
        return switch (admission) {
            case Admission.Admitted(PayloadSink sink) -> write(sink, payload);
            case Admission.NoRoom _ -> Optional.of(new RetryLater(FULL, ErrorCode.STORAGE_FULL));
            case Admission.AlreadyStored _, Admission.Busy _ ->
                Optional.of(new RetryLater(BUSY, ErrorCode.REQUEST_IN_PROGRESS));
        };
    }

    private static Optional<RetryLater> write(PayloadSink sink, byte[] payload) throws IOException {
        boolean committed = false;
        try {
            Appended appended = sink.append(0, ByteBuffer.wrap(payload));
            if (!(appended instanceof Appended.Written)) {
                return Optional.of(new RetryLater(FULL, ErrorCode.STORAGE_FULL));
            }
            committed = sink.commit() == payload.length;
            return Optional.empty();
        } finally {
            if (!committed) {
                sink.discard();
            }
        }
    }
}
