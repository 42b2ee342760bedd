package vn.lienthong.node.delivery.internal.pulling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.delivery.internal.transport.PullContent;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/** Writes what a node has come for, out of the payload store and past the heap. */
@Component
@InNodeRole
class PullBodies {

    /** A lease is renewed after so many octets. */
    private static final long PIECE = 8L << 20;

    private static final int BUFFER = 64 << 10;
    private static final Pattern RANGE = Pattern.compile("bytes=(0|[1-9][0-9]{0,12})-(0|[1-9][0-9]{0,12})?");

    private final PayloadStore store;
    private final WireCounters counters;

    PullBodies(PayloadStore store, WireCounters counters) {
        this.store = store;
        this.counters = counters;
    }

    /**
     * Writes the whole body.
     *
     * @throws IOException also when a payload is not in the store
     */
    void write(NodeId peer, PullContent content, HttpServletResponse response) throws IOException {
        switch (content) {
            case PullContent.Batch(List<ClaimedShipment> shipments) -> batch(peer, shipments, response);
            case PullContent.Large large -> {
                response.setContentType(PullWire.UPLOAD);
                long length = ParcelFrames.uploadLength(large.shipment().head());
                response.setContentLengthLong(length);
                ParcelFrames.writeUpload(large.shipment().head(), response.getOutputStream());
                counters.sent(peer, length);
            }
            case PullContent.Post(String path, Octets body) -> {
                response.setContentType("application/json");
                response.setHeader(PullWire.POST, path);
                response.setContentLength(body.size());
                response.getOutputStream().write(body.toByteArray());
                counters.sent(peer, body.size());
            }
        }
    }

    private void batch(NodeId peer, List<ClaimedShipment> shipments, HttpServletResponse response) throws IOException {
        response.setContentType(PullWire.PARCELS);
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(shipments.size(), response.getOutputStream())) {
            for (ClaimedShipment shipment : shipments) {
                try (InputStream payload = Channels.newInputStream(open(shipment))) {
                    batch.write(shipment.head(), payload);
                }
                counters.sent(peer, ParcelFrames.parcelLength(shipment.head()));
            }
        }
    }

    private SeekableByteChannel open(ClaimedShipment shipment) throws IOException {
        return store.open(new PayloadId(shipment.parcelId().value()))
                .orElseThrow(() -> new IOException("the payload of " + shipment.parcelId() + " is not in the store"));
    }

    private record Part(long from, long end) {}

    private static Optional<Part> part(@Nullable String range, long size) {
        if (range == null) {
            return Optional.of(new Part(0, size));
        }
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1));
        long end = matcher.group(2) == null ? size : Math.min(size, Long.parseLong(matcher.group(2)) + 1);
        return from < end ? Optional.of(new Part(from, end)) : Optional.empty();
    }

    /**
     * Writes a part of a large payload.
     *
     * @param renewal asked with every piece; when it says no, the lease has ended and with it the answer
     * @throws IOException when the lease ends meanwhile
     */
    void part(
            NodeId peer,
            ClaimedShipment shipment,
            @Nullable String range,
            HttpServletResponse response,
            BooleanSupplier renewal)
            throws IOException {
        long size = shipment.head().header().payload().size();
        Optional<Part> asked = part(range, size);
        if (asked.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader("Content-Range", "bytes */" + size);
            return;
        }
        Part part = asked.get();
        try (SeekableByteChannel payload = open(shipment)) {
            response.setStatus(range == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(part.end() - part.from());
            response.setHeader("Content-Range", "bytes " + part.from() + "-" + (part.end() - 1) + "/" + size);
            payload.position(part.from());
            InputStream in = Channels.newInputStream(payload);
            for (long at = part.from(); at < part.end(); at += PIECE) {
                if (!renewal.getAsBoolean()) {
                    throw new IOException("the lease has ended");
                }
                long length = Math.min(PIECE, part.end() - at);
                copy(in, response.getOutputStream(), length);
                counters.sent(peer, length);
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the payload is shorter than its header says");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
