package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.Resumption;

/** The parts of large payloads in the store, as uploads see them. */
@Component
@InNodeRole
class UploadParts {

    private static final Logger LOG = LoggerFactory.getLogger(UploadParts.class);

    private final PayloadStore store;

    UploadParts(PayloadStore store) {
        this.store = store;
    }

    /** What came of the wish to write. */
    sealed interface Opened {

        /** Write here, and {@link UploadParts#leave} afterwards. */
        record Ready(PayloadSink sink) implements Opened {}

        /** The part ends elsewhere. */
        record Elsewhere(long expected) implements Opened {}

        /** Somebody else writes it. */
        record Busy() implements Opened {}

        /** There is no room. */
        record NoRoom() implements Opened {}

        /** All of it is here already. */
        record Complete() implements Opened {}
    }

    /** Octets of the part that are here. */
    long size(PayloadId id) throws IOException {
        Optional<SeekableByteChannel> part = store.openPart(id);
        if (part.isEmpty()) {
            return 0;
        }
        try (SeekableByteChannel channel = part.get()) {
            return channel.size();
        }
    }

    Opened open(PayloadId id, long offset, long whole) throws IOException {
        Optional<SeekableByteChannel> complete = store.open(id);
        if (complete.isPresent()) {
            complete.get().close();
            return new Opened.Complete();
        }
        long here = size(id);
        if (offset != here) {
            return new Opened.Elsewhere(here);
        }
        return offset == 0 ? create(id, whole) : resume(id, offset);
    }

    private Opened create(PayloadId id, long whole) throws IOException {
        return switch (store.create(id, whole)) {
            case Admission.Admitted(PayloadSink sink) -> new Opened.Ready(sink);
            case Admission.AlreadyStored _ -> new Opened.Complete();
            case Admission.Busy() -> new Opened.Busy();
            case Admission.NoRoom _ -> new Opened.NoRoom();
        };
    }

    private Opened resume(PayloadId id, long offset) throws IOException {
        return switch (store.resume(id, offset)) {
            case Resumption.Resumed(PayloadSink sink) -> new Opened.Ready(sink);
            case Resumption.TooShort(long available) -> new Opened.Elsewhere(available);
            case Resumption.Busy() -> new Opened.Busy();
        };
    }

    /** Makes durable what was written, so that it may be acknowledged, and leaves the rest to another request. */
    void leave(PayloadSink sink) throws IOException {
        try (sink) {
            if (sink.size() > 0 && isPart(sink.id())) {
                LOG.debug("upload stands at {}", sink.sync());
            }
        }
    }

    private boolean isPart(PayloadId id) throws IOException {
        Optional<SeekableByteChannel> part = store.openPart(id);
        if (part.isPresent()) {
            part.get().close();
        }
        return part.isPresent();
    }

    /** Cuts the part; returns where it ends now. */
    long cut(PayloadId id, long size) throws IOException {
        if (store.resume(id, size) instanceof Resumption.Resumed(PayloadSink sink)) {
            sink.close();
        }
        return size(id);
    }

    /** Removes what is there. */
    void remove(PayloadId id) throws IOException {
        if (!store.delete(id)) {
            LOG.atWarn().addKeyValue("parcel", id).log("payload could not be removed; the sweep will");
        }
    }
}
