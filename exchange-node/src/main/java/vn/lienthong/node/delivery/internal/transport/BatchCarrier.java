package vn.lienthong.node.delivery.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/** Small parcels, many in one request (protocol §5.1). */
final class BatchCarrier implements ParcelCarrier {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final PeerTransport peers;
    private final PayloadStore store;
    private final WireCounters counters;
    private final InstantSource clock;

    BatchCarrier(PeerTransport peers, PayloadStore store, WireCounters counters, InstantSource clock) {
        this.peers = peers;
        this.store = store;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public List<Carried> carry(NodeId target, List<ClaimedShipment> shipments) {
        Instant begun = clock.instant();
        Optional<PeerTransport.Peer> peer = peers.to(target);
        if (peer.isEmpty()) {
            return unanswered(shipments, begun, 0, ErrorCode.RECIPIENT_NODE_REVOKED);
        }
        try {
            byte[] body = frame(shipments);
            HttpResponse<InputStream> response = PeerRequests.send(peer.get(), request(peer.get(), body));
            counters.sent(target, body.length);
            return read(shipments, response, begun);
        } catch (IOException e) {
            return unanswered(shipments, begun, 0, ErrorCode.UNAVAILABLE);
        }
    }

    private static HttpRequest request(PeerTransport.Peer peer, byte[] body) {
        return HttpRequest.newBuilder(peer.address().resolve("/exchange/v1/parcels"))
                .header("Content-Type", "application/vnd.lienthong.parcels")
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] frame(List<ClaimedShipment> shipments) throws IOException {
        long length = shipments.stream()
                .mapToLong(shipment -> ParcelFrames.parcelLength(shipment.head()))
                .sum();
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.toIntExact(length) + 16);
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(shipments.size(), body)) {
            for (ClaimedShipment shipment : shipments) {
                try (InputStream payload = Channels.newInputStream(payload(shipment))) {
                    batch.write(shipment.head(), payload);
                }
            }
        }
        return body.toByteArray();
    }

    private SeekableByteChannel payload(ClaimedShipment shipment) throws IOException {
        return store.open(new PayloadId(shipment.parcelId().value()))
                .orElseThrow(() -> new IOException("the payload of " + shipment.parcelId() + " is not in the store"));
    }

    private List<Carried> read(List<ClaimedShipment> shipments, HttpResponse<InputStream> response, Instant begun)
            throws IOException {
        int status = response.statusCode();
        byte[] octets = PeerRequests.body(response, WireFormats.TRANSFER_ANSWERS.maxOctets());
        if (status == 429 || status == 503) {
            return all(
                    shipments,
                    begun,
                    status,
                    new TransferAnswer.RetryLater(PeerRequests.retryAfter(response), ErrorCode.OVERLOADED));
        }
        if (status != 200) {
            return unanswered(shipments, begun, status, ErrorCode.UNAVAILABLE);
        }
        return switch (WireFormats.TRANSFER_ANSWERS.decode(octets)) {
            case Decoded.Value<TransferAnswers>(TransferAnswers answers)
            when answers.answers().size() == shipments.size() -> pair(shipments, answers, begun);
            case Decoded.Value<TransferAnswers> _, Decoded.Malformed<TransferAnswers> _ ->
                unanswered(shipments, begun, status, ErrorCode.REQUEST_MALFORMED);
        };
    }

    private List<Carried> pair(List<ClaimedShipment> shipments, TransferAnswers answers, Instant begun) {
        Instant ended = clock.instant();
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < shipments.size(); i++) {
            ClaimedShipment shipment = shipments.get(i);
            long octets = shipment.head().header().payload().size();
            Carried.Trip trip = new Carried.Trip(begun, ended, 200, octets, 0);
            carried.add(new Carried.Answered(shipment, trip, answers.answers().get(i)));
        }
        return carried;
    }

    private List<Carried> all(List<ClaimedShipment> shipments, Instant begun, int status, TransferAnswer answer) {
        Carried.Trip trip = new Carried.Trip(begun, clock.instant(), status, 0, 0);
        return shipments.stream()
                .<Carried>map(shipment -> new Carried.Answered(shipment, trip, answer))
                .toList();
    }

    private List<Carried> unanswered(List<ClaimedShipment> shipments, Instant begun, int status, ErrorCode code) {
        Carried.Trip trip = new Carried.Trip(begun, clock.instant(), status, 0, 0);
        return shipments.stream()
                .<Carried>map(shipment -> new Carried.Unanswered(shipment, trip, code))
                .toList();
    }
}
