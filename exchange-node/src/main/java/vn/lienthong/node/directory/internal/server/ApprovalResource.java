package vn.lienthong.node.directory.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.directory.internal.server.ApprovalTable.Proposal;
import vn.lienthong.node.directory.internal.server.NodeApprovals.Wished;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InDirectoryRole;

/** {@code /api/v1/directory}: which nodes may handle state secrets. Nobody confirms here: that takes a person at a page. */
@RestController
@InDirectoryRole
@RequestMapping("/api/v1/directory")
class ApprovalResource {

    private final NodeApprovals approvals;

    ApprovalResource(NodeApprovals approvals) {
        this.approvals = approvals;
    }

    record ApprovalBody(@Nullable String level, @Nullable String reason) {}

    record ApprovalAnswer(@Nullable String proposalId, long sequence) {}

    record OpenProposal(
            String proposalId, String nodeId, String level, String reason, Instant proposedAt, Instant expiresAt) {}

    record OpenProposals(List<OpenProposal> proposals) {}

    @PostMapping(value = "/nodes/{nodeId}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    ApprovalAnswer wish(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String nodeId, HttpServletRequest request)
            throws IOException {
        Permissions.require(caller, ApiScope.DIRECTORY_ADMIN);
        ApprovalBody body = StrictBody.read(request.getInputStream(), ApprovalBody.class)
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_MALFORMED));
        AdminInput input = new AdminInput();
        Optional<NodeId> node = input.nodeId("?nodeId", nodeId);
        Optional<String> reason = input.line("/reason", body.reason());
        input.end();
        Secrecy level = Arrays.stream(Secrecy.values())
                .filter(known -> known.name().equals(body.level()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.FIELD_INVALID,
                        List.of(FieldProblem.invalid("/level", "Cần ORDINARY, CONFIDENTIAL, SECRET hoặc TOP_SECRET"))));
        Wished wished = approvals.wish(
                AdminInput.read(node),
                level,
                AdminInput.read(reason),
                "key:" + caller.key().value());
        return new ApprovalAnswer(
                wished.proposalId() == null ? null : wished.proposalId().toString(), wished.sequence());
    }

    @GetMapping("/approvals")
    OpenProposals open(@AuthenticationPrincipal ApiCaller caller) {
        Permissions.require(caller, ApiScope.DIRECTORY_ADMIN);
        return new OpenProposals(
                approvals.open().stream().map(ApprovalResource::shown).toList());
    }

    private static OpenProposal shown(Proposal proposal) {
        return new OpenProposal(
                proposal.id().toString(),
                proposal.node().value(),
                proposal.level().name(),
                proposal.reason(),
                proposal.proposedAt(),
                proposal.expiresAt());
    }
}
