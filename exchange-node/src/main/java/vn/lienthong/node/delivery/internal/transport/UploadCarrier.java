package vn.lienthong.node.delivery.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/**
 * A large parcel by resumable upload (protocol §5.2), a part at a time: each part that is acknowledged is never sent again, and
 * after a torn connection the receiver says where to go on.
 */
final class UploadCarrier implements ParcelCarrier {

    private static final long PART = 64L << 20;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int MOST_FUTILE = 4;

    private final PeerTransport peers;
    private final PayloadStore store;
    private final WireCounters counters;
    private final Consumer<ClaimedShipment> heartbeat;
    private final InstantSource clock;

    UploadCarrier(
            PeerTransport peers,
            PayloadStore store,
            WireCounters counters,
            Consumer<ClaimedShipment> heartbeat,
            InstantSource clock) {
        this.peers = peers;
        this.store = store;
        this.counters = counters;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Override
    public List<Carried> carry(NodeId target, List<ClaimedShipment> shipments) {
        return shipments.stream().map(this::carry).toList();
    }

    private Carried carry(ClaimedShipment shipment) {
        Instant begun = clock.instant();
        Optional<PeerTransport.Peer> peer = peers.to(shipment.target());
        if (peer.isEmpty()) {
            return new Carried.Unanswered(shipment, trip(begun, 0, 0), ErrorCode.RECIPIENT_NODE_REVOKED);
        }
        Upload upload = new Upload(shipment, peer.get());
        try {
            TransferAnswer answer = upload.run();
            return new Carried.Answered(shipment, trip(begun, upload.octets, upload.first), answer);
        } catch (IOException e) {
            return new Carried.Unanswered(shipment, trip(begun, upload.octets, upload.first), ErrorCode.UNAVAILABLE);
        }
    }

    private Carried.Trip trip(Instant begun, long octets, long from) {
        return new Carried.Trip(begun, clock.instant(), 0, octets, from);
    }

    /** One upload from wherever the receiver stands to its decision. */
    private final class Upload {

        private final ClaimedShipment shipment;
        private final PeerTransport.Peer peer;
        private final URI address;
        private long octets;
        private long first;

        private Upload(ClaimedShipment shipment, PeerTransport.Peer peer) {
            this.shipment = shipment;
            this.peer = peer;
            this.address = peer.address().resolve("/exchange/v1/uploads/" + shipment.parcelId());
        }

        private TransferAnswer run() throws IOException {
            Step step = announce();
            first = step.offset().orElse(0);
            int futile = 0;
            while (step.answer().isEmpty()) {
                heartbeat.accept(shipment);
                long offset =
                        step.offset().orElseThrow(() -> new IOException("the receiver does not say where to go on"));
                step = next(offset, futile);
                boolean further = step.answer().isPresent() || step.offset().orElse(-1) > offset;
                futile = further ? 0 : futile + 1;
            }
            return step.answer().get();
        }

        /** Sends the next part; a torn connection is mended by asking where to go on, unless that never helps. */
        private Step next(long offset, int futile) throws IOException {
            if (futile >= MOST_FUTILE) {
                throw new IOException("the upload does not get on");
            }
            try {
                return part(offset);
            } catch (IOException e) {
                return announce();
            }
        }

        private Step announce() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            ParcelFrames.writeUpload(shipment.head(), head);
            counters.sent(shipment.target(), head.size());
            return step(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/vnd.lienthong.upload")
                    .timeout(LIMIT)
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(head.toByteArray()))
                    .build());
        }

        /** From the offset on; nothing, when all is there and only the decision is wanted. */
        private Step part(long offset) throws IOException {
            long size = shipment.head().header().payload().size();
            if (offset > size) {
                throw new IOException("the receiver wants to go on where nothing is");
            }
            long length = Math.min(PART, size - offset);
            try (SeekableByteChannel payload = store.open(
                            new PayloadId(shipment.parcelId().value()))
                    .orElseThrow(() -> new IOException("the payload is not in the store"))) {
                payload.position(offset);
                InputStream content = Channels.newInputStream(payload);
                Step step = step(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", Long.toString(offset))
                        .timeout(LIMIT)
                        .method("PATCH", publisher(content, length))
                        .build());
                counters.sent(shipment.target(), length);
                octets += length;
                return step;
            }
        }

        private Step step(HttpRequest request) throws IOException {
            HttpResponse<InputStream> response = PeerRequests.send(peer, request);
            byte[] body = PeerRequests.body(response, WireFormats.TRANSFER_ANSWER.maxOctets());
            OptionalLong offset = offset(response);
            int status = response.statusCode();
            if (status == 200 && offset.isEmpty()) {
                return new Step(offset, Optional.of(answer(body)));
            }
            return switch (status) {
                case 200, 201, 204, 409, 422 -> new Step(offset, Optional.empty());
                case 429, 503 ->
                    new Step(
                            offset,
                            Optional.of(new TransferAnswer.RetryLater(
                                    PeerRequests.retryAfter(response), ErrorCode.OVERLOADED)));
                default -> throw new IOException("status " + status);
            };
        }

        private static OptionalLong offset(HttpResponse<?> response) {
            return response.headers()
                    .firstValue("Upload-Offset")
                    .filter(text -> text.matches("[0-9]{1,18}"))
                    .map(text -> OptionalLong.of(Long.parseLong(text)))
                    .orElseGet(OptionalLong::empty);
        }

        private static TransferAnswer answer(byte[] body) throws IOException {
            return switch (WireFormats.TRANSFER_ANSWER.decode(body)) {
                case Decoded.Value<TransferAnswer>(TransferAnswer answer) -> answer;
                case Decoded.Malformed<TransferAnswer>(String reason, String _) -> throw new IOException(reason);
            };
        }
    }

    private static HttpRequest.BodyPublisher publisher(InputStream content, long length) {
        return length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> new LimitedStream(content, length)), length);
    }

    /** Where the receiver stands, or what it has decided. */
    private record Step(OptionalLong offset, Optional<TransferAnswer> answer) {}
}
