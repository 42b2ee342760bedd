package vn.lienthong.node.directory.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.AgencySearch.AgencyPage;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.directory.internal.listing.DirectoryLists;
import vn.lienthong.node.directory.internal.listing.DirectoryLists.NodeList;
import vn.lienthong.node.directory.internal.server.AgencyAdministration.NewAgency;
import vn.lienthong.node.directory.internal.server.AgencyAdministration.Registered;
import vn.lienthong.node.directory.internal.server.NodeRegistration.Announced;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InDirectoryRole;

/** {@code /api/v1/directory}: the administration of the directory, with scope DIRECTORY_ADMIN (docs/rest-api). */
@RestController
@InDirectoryRole
@RequestMapping("/api/v1/directory")
class DirectoryAdminResource {

    private final NodeRegistration nodes;
    private final AgencyAdministration administration;
    private final DirectoryLists lists;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    DirectoryAdminResource(
            NodeRegistration nodes,
            AgencyAdministration administration,
            DirectoryLists lists,
            AuditTrail trail,
            TransactionTemplate transactions) {
        this.nodes = nodes;
        this.administration = administration;
        this.lists = lists;
        this.trail = trail;
        this.transactions = transactions;
    }

    record NodeBody(@Nullable String nodeId, @Nullable String name) {}

    record TokenAnswer(String nodeId, String token, Instant expiresAt) {}

    record ReasonBody(@Nullable String reason) {}

    record SequenceAnswer(long sequence) {}

    record AgencyBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable String bloc,
            @Nullable String nodeId,
            @Nullable String parent,
            @Nullable String validFrom) {}

    record AgencyAnswer(String agencyId, long sequence) {}

    record ClosureBody(@Nullable String at, @Nullable List<@Nullable String> successors) {}

    @PostMapping(value = "/nodes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TokenAnswer announce(@AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) throws IOException {
        NodeBody body = body(caller, request, NodeBody.class);
        AdminInput input = new AdminInput();
        Optional<NodeId> node = input.nodeId("/nodeId", body.nodeId());
        Optional<String> name = input.line("/name", body.name());
        input.end();
        NodeId id = AdminInput.read(node);
        String readable = AdminInput.read(name);
        Announced announced = transactions.execute(_ -> {
            trail.record(SecurityEvent.of(EventKind.NODE_ANNOUNCE).on(EventObject.of(EventObject.Kind.NODE, id)));
            return nodes.announce(id, readable);
        });
        return new TokenAnswer(id.value(), announced.text(), announced.expiresAt());
    }

    @PostMapping(value = "/nodes/{nodeId}/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
    SequenceAnswer revokeNode(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String nodeId, HttpServletRequest request)
            throws IOException {
        ReasonBody body = body(caller, request, ReasonBody.class);
        AdminInput input = new AdminInput();
        Optional<NodeId> node = input.nodeId("?nodeId", nodeId);
        Optional<String> reason = input.line("/reason", body.reason());
        input.end();
        return new SequenceAnswer(administration.revoke(AdminInput.read(node), AdminInput.read(reason)));
    }

    @PostMapping(value = "/certificates/{fingerprint}/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
    SequenceAnswer revokeCertificate(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String fingerprint, HttpServletRequest request)
            throws IOException {
        ReasonBody body = body(caller, request, ReasonBody.class);
        AdminInput input = new AdminInput();
        Optional<String> reason = input.line("/reason", body.reason());
        input.end();
        Sha256 certificate = Sha256.fromHex(fingerprint).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return new SequenceAnswer(administration.revoke(certificate, AdminInput.read(reason)));
    }

    @PostMapping(value = "/agencies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AgencyAnswer register(@AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) throws IOException {
        AgencyBody body = body(caller, request, AgencyBody.class);
        AdminInput input = new AdminInput();
        Optional<AgencyCode> code = input.code("/code", body.code());
        Optional<String> name = input.line("/name", body.name());
        Optional<Bloc> bloc = input.bloc("/bloc", body.bloc());
        Optional<NodeId> node = input.nodeId("/nodeId", body.nodeId());
        Optional<AgencyCode> parent = body.parent() == null ? Optional.empty() : input.code("/parent", body.parent());
        Optional<Instant> from =
                body.validFrom() == null ? Optional.empty() : input.time("/validFrom", body.validFrom());
        input.end();
        Registered registered = administration.register(new NewAgency(
                AdminInput.read(code),
                AdminInput.read(name),
                AdminInput.read(bloc),
                AdminInput.read(node),
                parent.orElse(null),
                from.orElse(null)));
        return new AgencyAnswer(registered.agencyId().toString(), registered.sequence());
    }

    @PostMapping(value = "/agencies/{code}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    SequenceAnswer close(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        ClosureBody body = body(caller, request, ClosureBody.class);
        AdminInput input = new AdminInput();
        Optional<AgencyCode> closed = input.code("?code", code);
        Optional<Instant> at = input.time("/at", body.at());
        List<@Nullable String> named = body.successors() == null ? List.of() : body.successors();
        List<AgencyCode> successors = named.stream()
                .flatMap(successor -> input.code("/successors", successor).stream())
                .toList();
        input.end();
        return new SequenceAnswer(administration.close(AdminInput.read(closed), AdminInput.read(at), successors));
    }

    @GetMapping("/agencies")
    AgencyPage agencies(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") String pageToken,
            @RequestParam(defaultValue = "100") int pageSize,
            @RequestParam(defaultValue = "") String query) {
        Permissions.require(caller, ApiScope.DIRECTORY_ADMIN);
        return lists.agencies(query, pageToken, pageSize);
    }

    @GetMapping("/nodes")
    NodeList nodes(@AuthenticationPrincipal ApiCaller caller) {
        Permissions.require(caller, ApiScope.DIRECTORY_ADMIN);
        return lists.nodes();
    }

    private static <T> T body(ApiCaller caller, HttpServletRequest request, Class<T> type) throws IOException {
        Permissions.require(caller, ApiScope.DIRECTORY_ADMIN);
        return StrictBody.read(request.getInputStream(), type)
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_MALFORMED));
    }
}
