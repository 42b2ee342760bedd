package vn.lienthong.node.delivery.internal.pulling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.delivery.internal.transport.PullContent;
import vn.lienthong.node.delivery.internal.transport.PullLease;
import vn.lienthong.node.delivery.internal.transport.PullMailbox;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /exchange/v1/pull}: where nodes that cannot be reached fetch what is for them ({@code docs/protocol §5.7}). */
@RestController
@InNodeRole
@RequestMapping(PullWire.BASE)
class PullDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PullDoor.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    private final PeerDoor door;
    private final PullMailbox mailbox;
    private final PullBodies bodies;

    PullDoor(PeerDoor door, PullMailbox mailbox, PullBodies bodies) {
        this.door = door;
        this.mailbox = mailbox;
        this.bodies = bodies;
    }

    @PostMapping("/lease")
    void lease(
            @RequestParam(defaultValue = "0") String wait,
            @RequestParam(defaultValue = "true") String large,
            @RequestParam(defaultValue = "false") String fresh,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        if (!wait.matches("0|[1-9][0-9]?")
                || Integer.parseInt(wait) > PullWire.LONGEST_WAIT
                || !isFlag(large)
                || !isFlag(fresh)) {
            door.refuse(response, ErrorCode.REQUEST_MALFORMED);
            return;
        }
        Duration patience = Duration.ofSeconds(Integer.parseInt(wait));
        switch (mailbox.take(peer.get(), patience, isTrue(large), isTrue(fresh))) {
            case PullMailbox.Poll.Nothing() -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case PullMailbox.Poll.Crowded() ->
                door.putOff(peer.get(), response, TOO_MANY_REQUESTS, PAUSE, ErrorCode.TOO_MANY_REQUESTS);
            case PullMailbox.Poll.Given(PullLease lease) -> give(peer.get(), lease, response);
        }
    }

    private static boolean isFlag(String text) {
        return isTrue(text) || "false".equals(text);
    }

    private static boolean isTrue(String text) {
        return "true".equals(text);
    }

    private void give(NodeId peer, PullLease lease, HttpServletResponse response) throws IOException {
        response.setHeader(PullWire.LEASE, lease.id().toString());
        response.setHeader("Cache-Control", "no-store");
        boolean given = false;
        try {
            bodies.write(peer, lease.content(), response);
            given = true;
        } finally {
            if (!given) {
                // A body that broke off is of no use to anybody.
                LOG.debug("{} broke off, given back: {}", lease.id(), mailbox.giveBack(peer, lease.id()));
            }
        }
    }

    @GetMapping("/leases/{id}/payload")
    void payload(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        Optional<PullLease> lease = held(peer.get(), id);
        if (lease.isPresent() && lease.get().content() instanceof PullContent.Large large) {
            UUID name = lease.get().id();
            bodies.part(
                    peer.get(),
                    large.shipment(),
                    request.getHeader("Range"),
                    response,
                    () -> mailbox.renew(peer.get(), name));
        } else {
            door.refuse(response, ErrorCode.LEASE_UNKNOWN);
        }
    }

    @PostMapping("/leases/{id}/answer")
    void answer(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        Optional<PullLease> lease = held(peer.get(), id);
        if (lease.isEmpty()) {
            door.refuse(response, ErrorCode.LEASE_UNKNOWN);
            return;
        }
        PullContent content = lease.get().content();
        byte[] octets = door.body(peer.get(), request).readNBytes(content.longestAnswer() + 1);
        if (octets.length > content.longestAnswer() || !content.isAnswer(octets)) {
            door.refuse(response, ErrorCode.REQUEST_MALFORMED);
            return;
        }
        end(mailbox.answer(peer.get(), lease.get().id(), octets), response);
    }

    @DeleteMapping("/leases/{id}")
    void giveBack(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isPresent()) {
            Optional<UUID> name = PullWire.lease(id);
            end(name.isPresent() && mailbox.giveBack(peer.get(), name.get()), response);
        }
    }

    private Optional<PullLease> held(NodeId peer, @Nullable String id) {
        return Optional.ofNullable(id).flatMap(PullWire::lease).flatMap(name -> mailbox.lease(peer, name));
    }

    private void end(boolean ended, HttpServletResponse response) throws IOException {
        if (ended) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            door.refuse(response, ErrorCode.LEASE_UNKNOWN);
        }
    }
}
