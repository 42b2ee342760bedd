package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.delivery.internal.transport.PulledPost;

/** Lets a bounded number of batches in at the same time, and hands each to whoever also takes those that were fetched. */
final class BatchDoor {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDoor.class);
    private static final int PLACES = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PeerDoor door;
    private final PulledPost receiver;
    private final int maxOctets;
    private final ErrorCode malformed;
    private final Semaphore places = new Semaphore(PLACES, true);

    /** A door for batches of at most so many octets; what is not even the form of one is refused with the code. */
    BatchDoor(PeerDoor door, PulledPost receiver, int maxOctets, ErrorCode malformed) {
        this.door = door;
        this.receiver = receiver;
        this.maxOctets = maxOctets;
        this.malformed = malformed;
    }

    /** Serves one request. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        if (request.getContentLengthLong() > maxOctets) {
            door.refuse(response, ErrorCode.TOO_LARGE);
            return;
        }
        if (!places.tryAcquire()) {
            door.putOff(peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.OVERLOADED);
            return;
        }
        try {
            take(peer.get(), request, response);
        } catch (DataAccessException | TransactionException e) {
            LOG.atError()
                    .addKeyValue("peer", peer.get())
                    .setCause(e)
                    .log("what came to {} could not be committed", receiver.path());
            door.putOff(peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.UNAVAILABLE);
        } finally {
            places.release();
        }
    }

    private void take(NodeId peer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> answers = receiver.take(peer, door.body(peer, request).readNBytes(maxOctets + 1));
        if (answers.isEmpty()) {
            door.refuse(response, malformed);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        door.json(response, answers.get());
    }
}
