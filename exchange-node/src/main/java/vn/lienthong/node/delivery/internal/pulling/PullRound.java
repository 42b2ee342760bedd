package vn.lienthong.node.delivery.internal.pulling;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelBatchReader;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.pulling.PullClient.Fetched;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Outcome;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Turn;
import vn.lienthong.node.delivery.internal.receiving.PulledParcels;
import vn.lienthong.node.delivery.internal.receiving.PulledParcels.Standing;
import vn.lienthong.node.delivery.internal.transport.PulledPost;
import vn.lienthong.node.platform.InNodeRole;

/** Asks one source once, and deals with what comes; large parcels go on by themselves. */
@Component
@InNodeRole
class PullRound {

    private static final Logger LOG = LoggerFactory.getLogger(PullRound.class);
    private static final int MOST_LARGE = 8;
    private static final int MOST_FUTILE = 5;
    private static final long PAUSE_MILLIS = 500;

    private final PullClient client;
    private final PulledParcels parcels;
    private final Map<String, PulledPost> posts;
    private final Semaphore large = new Semaphore(MOST_LARGE);
    private final Set<NodeId> busy = ConcurrentHashMap.newKeySet();

    PullRound(PullClient client, PulledParcels parcels, List<PulledPost> posts) {
        this.client = client;
        this.parcels = parcels;
        this.posts = posts.stream().collect(Collectors.toUnmodifiableMap(PulledPost::path, Function.identity()));
    }

    /** Asks and deals with it. */
    Outcome run(Turn turn) throws InterruptedException {
        // One large parcel of a source at a time, and few altogether.
        boolean takesLarge = !busy.contains(turn.node()) && large.tryAcquire();
        boolean handedOn = false;
        try {
            Optional<Fetched> fetched = client.fetch(turn, takesLarge);
            if (fetched.isEmpty()) {
                return Outcome.NOTHING;
            }
            handedOn = takesLarge && PullWire.UPLOAD.equals(fetched.get().type());
            take(turn.node(), fetched.get());
            return Outcome.USEFUL;
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("peer", turn.node()).log("nothing could be fetched: {}", e.toString());
            return Outcome.FAILED;
        } finally {
            if (takesLarge && !handedOn) {
                large.release();
            }
        }
    }

    private void take(NodeId source, Fetched fetched) throws IOException, InterruptedException {
        if (PullWire.UPLOAD.equals(fetched.type())) {
            busy.add(source);
            Thread.ofVirtual().name("pull-large-" + source).start(() -> takeLarge(source, fetched));
            return;
        }
        Optional<byte[]> answer = Optional.empty();
        try (fetched) {
            answer = PullWire.PARCELS.equals(fetched.type()) ? batch(source, fetched) : post(source, fetched);
        } finally {
            if (answer.isEmpty()) {
                giveBack(source, fetched.lease());
            }
        }
        if (answer.isPresent()) {
            answer(source, fetched.lease(), answer.get());
        }
    }

    private void answer(NodeId source, UUID lease, byte[] octets) throws IOException {
        if (!client.answer(source, lease, octets)) {
            LOG.atInfo().addKeyValue("peer", source).log("the answer came too late; it will be asked for again");
        }
    }

    private void giveBack(NodeId source, UUID lease) {
        try {
            LOG.atInfo()
                    .addKeyValue("peer", source)
                    .log("given back what could not be dealt with: {}", client.giveBack(source, lease));
        } catch (IOException e) {
            LOG.debug("the lease will end by itself", e);
        }
    }

    private Optional<byte[]> batch(NodeId source, Fetched fetched) throws IOException, InterruptedException {
        List<TransferAnswer> answers = parcels.batch(source, fetched.body());
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(WireFormats.TRANSFER_ANSWERS.encode(new TransferAnswers(answers)));
    }

    private Optional<byte[]> post(NodeId source, Fetched fetched) throws IOException {
        byte[] body = PullClient.small(fetched, WireFormats.EVIDENCE_BATCH.maxOctets());
        Optional<PulledPost> receiver = fetched.post().map(posts::get);
        return receiver.flatMap(known -> known.take(source, body));
    }

    private void takeLarge(NodeId source, Fetched fetched) {
        Optional<TransferAnswer> answer = Optional.empty();
        try {
            answer = Optional.of(download(source, fetched));
        } catch (IOException e) {
            LOG.atInfo().addKeyValue("peer", source).log("a large parcel waits to be fetched: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(source);
            large.release();
            conclude(source, fetched.lease(), answer);
        }
    }

    private void conclude(NodeId source, UUID lease, Optional<TransferAnswer> answer) {
        if (answer.isEmpty()) {
            giveBack(source, lease);
            return;
        }
        try {
            answer(source, lease, WireFormats.TRANSFER_ANSWER.encode(answer.get()));
        } catch (IOException e) {
            LOG.debug("the parcel will be offered again and recognised", e);
        }
    }

    private TransferAnswer download(NodeId source, Fetched fetched) throws IOException, InterruptedException {
        ParcelHead head = head(fetched);
        ParcelId parcel = head.header().parcelId();
        Standing standing = parcels.begin(source, head);
        int futile = 0;
        while (standing instanceof Standing.At(long offset)) {
            if (futile > 0) {
                Thread.sleep(PAUSE_MILLIS << futile);
            }
            standing = part(source, fetched.lease(), parcel, offset, futile);
            futile = standing instanceof Standing.At(long now) && now <= offset ? futile + 1 : 0;
        }
        return ((Standing.Decided) standing).answer();
    }

    private static ParcelHead head(Fetched fetched) throws IOException {
        try (fetched) {
            return switch (ParcelBatchReader.readUpload(fetched.body())) {
                case Decoded.Value<ParcelHead>(ParcelHead head) -> head;
                case Decoded.Malformed<ParcelHead>(String reason, String _) -> throw new IOException(reason);
            };
        }
    }

    /** What arrives of the rest; a torn connection leaves the parcel where it stands, and the next part goes on from there. */
    private Standing part(NodeId source, UUID lease, ParcelId parcel, long offset, int futile) throws IOException {
        Optional<InputStream> body;
        try {
            body = client.payload(source, lease, offset);
        } catch (IOException e) {
            if (futile >= MOST_FUTILE) {
                throw e;
            }
            return new Standing.At(offset);
        }
        try (InputStream octets = body.orElseThrow(() -> new IOException("the lease has ended"))) {
            if (futile >= MOST_FUTILE) {
                throw new IOException("the download does not get on");
            }
            return parcels.append(source, parcel, offset, octets);
        }
    }
}
