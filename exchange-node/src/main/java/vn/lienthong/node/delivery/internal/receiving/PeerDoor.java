package vn.lienthong.node.delivery.internal.receiving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.keys.PeerIdentity;
import vn.lienthong.node.keys.UnlistedPeer;
import vn.lienthong.node.platform.InNodeRole;

/** What all doors for other nodes share: who is there, and answers in the words of the protocol. */
@Component
@InNodeRole
public class PeerDoor {

    private final PeerIdentity peers;
    private final RefusalBook refusals;
    private final WireCounters counters;

    PeerDoor(PeerIdentity peers, RefusalBook refusals, WireCounters counters) {
        this.peers = peers;
        this.refusals = refusals;
        this.counters = counters;
    }

    /** The node that asks; empty when it is nobody, and then it has been answered. */
    public Optional<NodeId> peer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = peers.of(request);
        if (peer.isEmpty()) {
            counters.stranger();
            refusals.stranger(UnlistedPeer.of(request).certificate());
            refuse(response, ErrorCode.NODE_NOT_AUTHENTICATED);
        }
        return peer;
    }

    /** The body of the request; what is read of it is counted. */
    public InputStream body(NodeId peer, HttpServletRequest request) throws IOException {
        return counters.counting(peer, request.getInputStream());
    }

    /** Refuses the request as a whole. */
    public void refuse(HttpServletResponse response, ErrorCode code) throws IOException {
        response.setStatus(code.httpStatus());
        json(response, WireFormats.TRANSFER_ANSWER.encode(TransferAnswer.Refused.of(code, code.vietnamese())));
    }

    /** Puts the request off as a whole. */
    public void putOff(NodeId peer, HttpServletResponse response, int status, Duration after, ErrorCode code)
            throws IOException {
        counters.putOff(peer);
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
        json(response, WireFormats.TRANSFER_ANSWER.encode(new TransferAnswer.RetryLater(after, code)));
    }

    /** Counts an answer. */
    void note(NodeId peer, TransferAnswer answer) {
        if (answer instanceof TransferAnswer.Refused) {
            counters.refused(peer);
        }
    }

    /** Answers about one parcel. */
    void answer(NodeId peer, HttpServletResponse response, TransferAnswer answer) throws IOException {
        note(peer, answer);
        response.setStatus(HttpServletResponse.SC_OK);
        json(response, WireFormats.TRANSFER_ANSWER.encode(answer));
    }

    /** Writes the body; the status is set before. */
    public void json(HttpServletResponse response, byte[] octets) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(octets.length);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(octets);
    }
}
