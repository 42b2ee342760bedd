package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.Continue;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.Decided;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.PutOff;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.Rejected;
import vn.lienthong.node.delivery.internal.rows.UploadRow;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;

/**
 * Large parcels, over as many connections as it takes ({@code docs/protocol §5.2}). The payload store knows how much is here, so
 * an acknowledged octet is never asked for again; only the peer that began may go on.
 */
@Component
@InNodeRole
class Uploads {

    private static final int MAX_PER_PEER = 64;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final UploadRows rows;
    private final PayloadStore store;
    private final UploadAdmission admission;
    private final ParcelAcceptance acceptance;
    private final UploadParts parts;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    Uploads(
            UploadRows rows,
            PayloadStore store,
            UploadAdmission admission,
            ParcelAcceptance acceptance,
            UploadParts parts,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.admission = admission;
        this.acceptance = acceptance;
        this.parts = parts;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /** Begins an upload, or finds where it stands. */
    UploadStep begin(NodeId from, ParcelHead head) throws IOException {
        Optional<TransferAnswer> decided = admission.decide(from, head);
        if (decided.isPresent()) {
            return new Decided(decided.get());
        }
        ParcelId parcel = head.header().parcelId();
        Optional<UploadRow> begun = rows.find(parcel);
        if (begun.isPresent()) {
            return isSame(begun.get(), from, head)
                    ? position(begun.get(), from, false)
                    : new Decided(admission.reused(from, head));
        }
        if (rows.hasAsManyAs(from, MAX_PER_PEER)) {
            return new PutOff(PayloadKeeping.FULL, ErrorCode.TOO_MANY_REQUESTS);
        }
        try {
            rows.begin(head, from, Timestamps.millis(clock.instant()));
        } catch (DataIntegrityViolationException begunMeanwhile) {
            return new PutOff(BUSY, ErrorCode.REQUEST_IN_PROGRESS);
        }
        return new Continue(0, true);
    }

    private static boolean isSame(UploadRow row, NodeId from, ParcelHead head) {
        return row.from().equals(from)
                && row.header().equals(head.headerOctets())
                && row.envelope().equals(head.envelope());
    }

    /** Where the upload stands. */
    UploadStep position(NodeId from, ParcelId parcel) throws IOException {
        Optional<UploadRow> row = ofPeer(from, parcel);
        return row.isPresent() ? position(row.get(), from, false) : new Rejected(ErrorCode.NOT_FOUND);
    }

    private Optional<UploadRow> ofPeer(NodeId from, ParcelId parcel) {
        return rows.find(parcel).filter(row -> row.from().equals(from));
    }

    private UploadStep position(UploadRow row, NodeId from, boolean fresh) throws IOException {
        ParcelHeader header = header(row);
        PayloadId id = id(header);
        Optional<SeekableByteChannel> complete = store.open(id);
        if (complete.isPresent()) {
            complete.get().close();
            return conclude(row, from, header.parcelId());
        }
        return new Continue(parts.size(id), fresh);
    }

    /** Takes the octets from that offset on. */
    UploadStep append(NodeId from, ParcelId parcel, long offset, InputStream body) throws IOException {
        Optional<UploadRow> found = ofPeer(from, parcel);
        if (found.isEmpty()) {
            return new Rejected(ErrorCode.NOT_FOUND);
        }
        UploadRow row = found.get();
        ParcelHeader header = header(row);
        UploadParts.Opened opened =
                parts.open(id(header), offset, header.payload().size());
        return switch (opened) {
            case UploadParts.Opened.Busy() -> new PutOff(BUSY, ErrorCode.REQUEST_IN_PROGRESS);
            case UploadParts.Opened.NoRoom() -> new PutOff(PayloadKeeping.FULL, ErrorCode.STORAGE_FULL);
            case UploadParts.Opened.Elsewhere(long expected) -> new UploadStep.WrongOffset(expected);
            case UploadParts.Opened.Complete() -> conclude(row, from, parcel);
            case UploadParts.Opened.Ready(PayloadSink sink) -> write(row, header, sink, from, body);
        };
    }

    private UploadStep write(UploadRow row, ParcelHeader header, PayloadSink sink, NodeId from, InputStream body)
            throws IOException {
        SegmentedWriter writer = new SegmentedWriter(header.payload(), row.segments(), sink);
        SegmentedWriter.End end;
        try {
            writer.resume(store.openPart(sink.id()));
            end = writer.write(body);
            if (end == SegmentedWriter.End.COMPLETE) {
                long size = sink.commit();
                crashPoints.reach(ReceivingCrashPoints.UPLOADED);
                return size == header.payload().size()
                        ? conclude(row, from, header.parcelId())
                        : new PutOff(BUSY, ErrorCode.STORAGE_FAILED);
            }
        } finally {
            parts.leave(sink);
            rows.touch(header.parcelId(), Timestamps.millis(clock.instant()));
        }
        return switch (end) {
            case WRONG_SEGMENT -> new UploadStep.WrongSegment(parts.cut(sink.id(), writer.wrongSegmentBegin()));
            case NO_ROOM -> new PutOff(PayloadKeeping.FULL, ErrorCode.STORAGE_FULL);
            case STREAM_ENDED, COMPLETE -> new Continue(sink.size(), false);
        };
    }

    /** All octets are here: the parcel is judged like any other. */
    private UploadStep conclude(UploadRow row, NodeId from, ParcelId parcel) throws IOException {
        if (!store.touch(new PayloadId(parcel.value()), clock.instant())) {
            return new PutOff(BUSY, ErrorCode.STORAGE_FAILED);
        }
        ArrivedParcel arrived = new ArrivedParcel(
                row.header(),
                row.envelope(),
                row.signature(),
                row.segments(),
                new ArrivedParcel.ArrivedPayload.InStore());
        TransferAnswer answer = acceptance.accept(from, List.of(arrived)).getFirst();
        PayloadId id = new PayloadId(parcel.value());
        switch (answer) {
            case TransferAnswer.Accepted _ -> {}
            case TransferAnswer.AlreadyHere _ -> rows.end(parcel);
            case TransferAnswer.Refused _ -> {
                rows.end(parcel);
                parts.remove(id);
            }
            case RetryLater(Duration _, ErrorCode code)
            when code == ErrorCode.STORAGE_FAILED ->
                // What lies here is not what arrived: it has to come again from the beginning.
                parts.remove(id);
            case RetryLater _ -> {}
        }
        return new Decided(answer);
    }

    private static ParcelHeader header(UploadRow row) {
        return switch (WireFormats.PARCEL_HEADER.decode(row.header().toByteArray())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) -> header;
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IllegalStateException("a header in the database was damaged: " + reason);
        };
    }

    private static PayloadId id(ParcelHeader header) {
        return new PayloadId(header.parcelId().value());
    }
}
