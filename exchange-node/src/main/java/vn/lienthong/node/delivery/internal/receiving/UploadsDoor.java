package vn.lienthong.node.delivery.internal.receiving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelBatchReader;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /exchange/v1/uploads/{parcelId}}: large parcels ({@code docs/protocol §5.2}). */
@RestController
@InNodeRole
@RequestMapping("/exchange/v1/uploads/{parcelId}")
class UploadsDoor {

    /** Where an upload stands. */
    static final String OFFSET = "Upload-Offset";

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,12}");

    private final PeerDoor door;
    private final Uploads uploads;

    UploadsDoor(PeerDoor door, Uploads uploads) {
        this.door = door;
        this.uploads = uploads;
    }

    @PutMapping
    void begin(@PathVariable String parcelId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        switch (ParcelBatchReader.readUpload(door.body(peer.get(), request))) {
            case Decoded.Value<ParcelHead>(ParcelHead head)
            when head.header().parcelId().toString().equals(parcelId) ->
                answer(peer.get(), response, uploads.begin(peer.get(), head), HttpServletResponse.SC_OK);
            case Decoded.Value<ParcelHead> _, Decoded.Malformed<ParcelHead> _ ->
                door.refuse(response, ErrorCode.PARCEL_MALFORMED);
        }
    }

    @GetMapping
    void position(@PathVariable String parcelId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        Optional<ParcelId> parcel = ParcelId.parse(parcelId);
        if (peer.isPresent() && parcel.isPresent()) {
            answer(peer.get(), response, uploads.position(peer.get(), parcel.get()), HttpServletResponse.SC_NO_CONTENT);
        } else if (peer.isPresent()) {
            door.refuse(response, ErrorCode.NOT_FOUND);
        }
    }

    @PatchMapping
    void append(@PathVariable String parcelId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        Optional<ParcelId> parcel = ParcelId.parse(parcelId);
        OptionalLong offset = offset(request.getHeader(OFFSET));
        if (parcel.isEmpty()) {
            door.refuse(response, ErrorCode.NOT_FOUND);
        } else if (offset.isEmpty()) {
            door.refuse(response, ErrorCode.REQUEST_MALFORMED);
        } else {
            UploadStep step =
                    uploads.append(peer.get(), parcel.get(), offset.getAsLong(), door.body(peer.get(), request));
            answer(peer.get(), response, step, HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static OptionalLong offset(@Nullable String header) {
        return header != null && NUMBER.matcher(header).matches()
                ? OptionalLong.of(Long.parseLong(header))
                : OptionalLong.empty();
    }

    private void answer(NodeId peer, HttpServletResponse response, UploadStep step, int goOn) throws IOException {
        switch (step) {
            case UploadStep.Decided(TransferAnswer answer) -> door.answer(peer, response, answer);
            case UploadStep.Continue(long offset, boolean fresh) -> {
                response.setStatus(fresh ? HttpServletResponse.SC_CREATED : goOn);
                response.setHeader(OFFSET, Long.toString(offset));
            }
            case UploadStep.WrongOffset(long offset) -> {
                response.setHeader(OFFSET, Long.toString(offset));
                door.refuse(response, ErrorCode.OFFSET_CONFLICT);
            }
            case UploadStep.WrongSegment(long offset) -> {
                response.setHeader(OFFSET, Long.toString(offset));
                door.refuse(response, ErrorCode.PAYLOAD_TAMPERED);
            }
            case UploadStep.PutOff(Duration after, ErrorCode code) ->
                door.putOff(peer, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, after, code);
            case UploadStep.Rejected(ErrorCode code) -> door.refuse(response, code);
        }
    }
}
