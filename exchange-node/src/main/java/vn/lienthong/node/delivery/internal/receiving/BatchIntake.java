package vn.lienthong.node.delivery.internal.receiving;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelBatchReader;
import vn.lienthong.core.wire.ParcelBatchReader.IncomingParcel;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;

/**
 * Reads one batch and has its parcels accepted in groups that fit into memory. One batch, one use, one thread.
 *
 * <p>What follows a frame that cannot be read cannot be read either: those parcels are to come again, by themselves.
 */
final class BatchIntake {

    private static final int MAGIC_AND_COUNT = 8;
    private static final int COUNT_AT = 4;

    /** One answer holds at most 16 MiB; an evidence takes less than 4 KiB of it. */
    private static final int MAX_EVIDENCES = 3500;

    private final NodeId from;
    private final ParcelAcceptance acceptance;
    private final List<TransferAnswer> answers = new ArrayList<>();
    private final List<ArrivedParcel> group = new ArrayList<>();
    private long octets;
    private int recipients;
    private int evidences;

    BatchIntake(NodeId from, ParcelAcceptance acceptance) {
        this.from = from;
        this.acceptance = acceptance;
    }

    /**
     * Reads to the end.
     *
     * @return one answer per parcel, in their order; none when not even their number can be read
     * @throws IOException when the connection breaks
     */
    List<TransferAnswer> read(InputStream body) throws IOException {
        byte[] begin = body.readNBytes(MAGIC_AND_COUNT);
        int count = begin.length == MAGIC_AND_COUNT ? ByteBuffer.wrap(begin).getInt(COUNT_AT) : 0;
        if (count < 1 || count > ParcelFrames.MAX_PARCELS) {
            return List.of();
        }
        ParcelBatchReader reader =
                new ParcelBatchReader(new SequenceInputStream(new ByteArrayInputStream(begin), body));
        boolean readable = true;
        for (int i = 0; i < count && readable; i++) {
            readable = next(reader);
        }
        flush();
        if (!readable) {
            answers.add(TransferAnswer.Refused.of(ErrorCode.PARCEL_MALFORMED, ErrorCode.PARCEL_MALFORMED.vietnamese()));
        }
        while (answers.size() < count) {
            answers.add(new RetryLater(Duration.ZERO, ErrorCode.PARCEL_MALFORMED));
        }
        return List.copyOf(answers);
    }

    private boolean next(ParcelBatchReader reader) throws IOException {
        Optional<Decoded<IncomingParcel>> next = reader.next();
        if (next.isEmpty() || !(next.get() instanceof Decoded.Value<IncomingParcel>(IncomingParcel incoming))) {
            return false;
        }
        ParcelHead head = incoming.head();
        long size = head.header().payload().size();
        if (octets + size > BatchPlaces.OCTETS || recipients > MAX_EVIDENCES / 2) {
            flush();
        }
        byte[] payload;
        try {
            payload = incoming.payload().readNBytes((int) size);
        } catch (EOFException cutShort) {
            return false;
        }
        octets += size;
        recipients += head.header().recipients().size();
        group.add(new ArrivedParcel(
                head.headerOctets(),
                head.envelope(),
                head.signature(),
                head.segments(),
                new ArrivedParcel.ArrivedPayload.InMemory(Octets.of(payload))));
        return true;
    }

    private void flush() {
        if (group.isEmpty()) {
            return;
        }
        List<TransferAnswer> given = evidences + recipients > MAX_EVIDENCES
                ? group.stream()
                        .<TransferAnswer>map(_ -> new RetryLater(Duration.ZERO, ErrorCode.OVERLOADED))
                        .toList()
                : acceptance.accept(from, group);
        given.forEach(answer -> evidences += count(answer));
        answers.addAll(given);
        group.clear();
        octets = 0;
        recipients = 0;
    }

    private static int count(TransferAnswer answer) {
        return switch (answer) {
            case TransferAnswer.Accepted accepted -> accepted.evidences().size();
            case TransferAnswer.AlreadyHere already -> already.evidences().size();
            case TransferAnswer.Refused refused -> refused.evidences().size();
            case RetryLater _ -> 0;
        };
    }
}
