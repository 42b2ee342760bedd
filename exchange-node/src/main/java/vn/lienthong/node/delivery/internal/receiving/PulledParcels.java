package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.platform.InNodeRole;

/** Parcels that this node has fetched instead of received: judged and kept by the very same code. */
@Component
@InNodeRole
public class PulledParcels {

    /** Batches that are in memory at once; each takes a few megabytes. */
    private static final int PLACES = 6;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ParcelAcceptance acceptance;
    private final Uploads uploads;
    private final Semaphore places = new Semaphore(PLACES, true);

    PulledParcels(ParcelAcceptance acceptance, Uploads uploads) {
        this.acceptance = acceptance;
        this.uploads = uploads;
    }

    /** Where a large parcel stands. */
    public sealed interface Standing {

        /** Octets are wanted from there on. */
        record At(long offset) implements Standing {}

        /** The matter is decided, or to be put off. */
        record Decided(TransferAnswer answer) implements Standing {}
    }

    /**
     * Takes a batch.
     *
     * @return one answer per parcel; none when not even their number can be read
     * @throws IOException when the connection breaks
     */
    public List<TransferAnswer> batch(NodeId from, InputStream body) throws IOException, InterruptedException {
        places.acquire();
        try {
            return new BatchIntake(from, acceptance).read(body);
        } finally {
            places.release();
        }
    }

    /** Begins a large parcel, or finds where it stands. */
    public Standing begin(NodeId from, ParcelHead head) throws IOException {
        return standing(uploads.begin(from, head));
    }

    /** Takes octets from that offset on, as many as come. */
    public Standing append(NodeId from, ParcelId parcel, long offset, InputStream body) throws IOException {
        return standing(uploads.append(from, parcel, offset, body));
    }

    private static Standing standing(UploadStep step) {
        return switch (step) {
            case UploadStep.Continue(long offset, boolean _) -> new Standing.At(offset);
            case UploadStep.WrongOffset(long offset) -> new Standing.At(offset);
            case UploadStep.WrongSegment(long offset) -> new Standing.At(offset);
            case UploadStep.Decided(TransferAnswer answer) -> new Standing.Decided(answer);
            case UploadStep.PutOff(Duration after, ErrorCode code) ->
                new Standing.Decided(new TransferAnswer.RetryLater(after, code));
            case UploadStep.Rejected(ErrorCode code) -> new Standing.Decided(new TransferAnswer.RetryLater(SOON, code));
        };
    }
}
