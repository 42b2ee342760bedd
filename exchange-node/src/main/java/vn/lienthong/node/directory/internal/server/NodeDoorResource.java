package vn.lienthong.node.directory.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRegistration;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRevocation;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.KeyRevoked;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.LogsListed;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.RenewalRequest;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.keys.PeerIdentity;
import vn.lienthong.node.platform.InDirectoryRole;

/** {@code /exchange/v1/directory}: what nodes ask of the directory over their certificates (docs/protocol §9). */
@RestController
@InDirectoryRole
@RequestMapping(value = "/exchange/v1/directory", produces = MediaType.APPLICATION_JSON_VALUE)
class NodeDoorResource {

    private final PeerIdentity peers;
    private final AgencyKeyRegistration keys;
    private final NodeRegistration nodes;
    private final NodeLogRegistration logs;
    private final RefusedNodes refused;

    NodeDoorResource(
            PeerIdentity peers,
            AgencyKeyRegistration keys,
            NodeRegistration nodes,
            NodeLogRegistration logs,
            RefusedNodes refused) {
        this.peers = peers;
        this.keys = keys;
        this.nodes = nodes;
        this.logs = logs;
        this.refused = refused;
    }

    @PutMapping("/agencies/{agencyId}/keys")
    byte[] register(@PathVariable String agencyId, HttpServletRequest request) throws IOException {
        NodeId caller = caller(request);
        AgencyId agency = CanonicalUuid.parse(agencyId)
                .map(AgencyId::new)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        KeyRegistration body = body(request, KeyRegistration.class);
        EventObject object = EventObject.of(EventObject.Kind.AGENCY, agency);
        return StrictBody.write(
                refused.watched(EventKind.KEY_REFUSE, object, () -> keys.register(caller, agency, body)));
    }

    /** A certificate of an agency that the calling node serves must not be used any more. */
    @PutMapping("/agencies/{agencyId}/revocation")
    byte[] revoke(@PathVariable String agencyId, HttpServletRequest request) throws IOException {
        NodeId caller = caller(request);
        AgencyId agency = CanonicalUuid.parse(agencyId)
                .map(AgencyId::new)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        KeyRevocation body = body(request, KeyRevocation.class);
        return StrictBody.write(new KeyRevoked(EnrolmentMessages.VERSION, keys.revoke(caller, agency, body)));
    }

    /** New certificates for the calling node itself. */
    @PutMapping("/certificates")
    byte[] renew(HttpServletRequest request) throws IOException {
        NodeId caller = caller(request);
        return StrictBody.write(nodes.renew(caller, body(request, RenewalRequest.class)));
    }

    /** The logs of the calling node itself, and its keys as a witness. */
    @PutMapping("/logs")
    byte[] list(HttpServletRequest request) throws IOException {
        NodeId caller = caller(request);
        byte[] octets = request.getInputStream().readNBytes(WireFormats.NODE_LOGS.maxOctets() + 1);
        if (!(WireFormats.NODE_LOGS.decode(octets) instanceof Decoded.Value<NodeLogs>(NodeLogs wanted))) {
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        }
        return StrictBody.write(new LogsListed(EnrolmentMessages.VERSION, logs.register(caller, wanted)));
    }

    private NodeId caller(HttpServletRequest request) {
        return peers.of(request).orElseThrow(() -> new ProblemException(ErrorCode.NODE_NOT_AUTHENTICATED));
    }

    private static <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        return StrictBody.read(request.getInputStream(), type)
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_MALFORMED));
    }
}
