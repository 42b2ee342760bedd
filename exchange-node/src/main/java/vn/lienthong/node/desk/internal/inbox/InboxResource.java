package vn.lienthong.node.desk.internal.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /api/v1/inbox}: documents that arrived for the agency of the key. */
@RestController
@InNodeRole
@RequestMapping("/api/v1/inbox")
class InboxResource {

    private static final Logger LOG = LoggerFactory.getLogger(InboxResource.class);
    private static final String LEASE = "Lienthong-Lease";
    private static final int LARGEST_PAGE = 199;
    private static final int LONGEST_WAIT = 30;

    private final Inbox inbox;
    private final ReadingRecord reading;
    private final EdxmlForm edxml;
    private final InstantSource clock;

    InboxResource(Inbox inbox, ReadingRecord reading, EdxmlForm edxml, InstantSource clock) {
        this.inbox = inbox;
        this.reading = reading;
        this.edxml = edxml;
        this.clock = clock;
    }

    @GetMapping
    InboxAnswers.Page list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "50") String pageSize,
            @RequestParam(defaultValue = "0") String wait) {
        Permissions.require(caller, ApiScope.RECEIVE);
        int size = (int) InboxRequest.number("pageSize", pageSize, 1, LARGEST_PAGE);
        Instant deadline = clock.instant().plusSeconds(InboxRequest.number("wait", wait, 0, LONGEST_WAIT));
        long from = InboxRequest.number("after", after, 0, Long.MAX_VALUE);
        // One more than shown tells whether there is a next page.
        List<InboxEntry> found = inbox.waiting(caller.agency(), from, size + 1, deadline);
        List<InboxEntry> shown = found.subList(0, Math.min(size, found.size()));
        return new InboxAnswers.Page(
                shown.stream().map(InboxAnswers.Entry::of).toList(),
                found.size() > size ? shown.getLast().entryId() : null);
    }

    @PostMapping("/{entryId}/lease")
    InboxAnswers.Lease lease(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestBody(required = false) InboxRequest.@Nullable LeaseWish wish) {
        Permissions.require(caller, ApiScope.RECEIVE);
        return switch (inbox.lease(caller.agency(), InboxRequest.entry(entryId), InboxRequest.lease(wish))) {
            case LeaseAnswer.Granted granted -> {
                reading.viewed(granted.parcelId(), granted.document(), caller.agency());
                yield InboxAnswers.Lease.of(granted);
            }
            case LeaseAnswer.Held _ -> throw new ProblemException(ErrorCode.REQUEST_IN_PROGRESS);
            case LeaseAnswer.Settled() -> throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
            case LeaseAnswer.Absent() -> throw absent(entryId);
        };
    }

    @GetMapping("/{entryId}/package")
    void wholePackage(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestHeader(name = LEASE, required = false) @Nullable String lease,
            HttpServletRequest request,
            HttpServletResponse response) {
        PackageAccess.Opened opened = open(caller, entryId, lease);
        reading.wholePackage(opened, request.getHeader(HttpHeaders.RANGE));
        if (EdxmlForm.wished(request)) {
            edxml.write(caller, InboxRequest.entry(entryId), opened, lease, response);
            return;
        }
        PackageWriter.writePackage(opened, "goi-tin-" + entryId + ".asice", request, response);
    }

    @GetMapping("/{entryId}/files/{number}")
    void file(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @PathVariable String number,
            @RequestHeader(name = LEASE, required = false) @Nullable String lease,
            HttpServletResponse response) {
        PackageAccess.Opened opened = open(caller, entryId, lease);
        int wanted = (int) Math.min(InboxRequest.entry(number), Integer.MAX_VALUE);
        reading.file(opened, wanted);
        PackageWriter.writeFile(opened, wanted, response);
    }

    private PackageAccess.Opened open(ApiCaller caller, String entryId, @Nullable String lease) {
        Permissions.require(caller, ApiScope.RECEIVE);
        if (lease == null) {
            throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
        }
        try {
            return switch (inbox.open(
                    caller.agency(), InboxRequest.entry(entryId), InboxRequest.lease("/leaseId", lease))) {
                case PackageAccess.Opened opened -> opened;
                case PackageAccess.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
                case PackageAccess.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
                case PackageAccess.Absent() -> throw absent(entryId);
            };
        } catch (IOException e) {
            LOG.error("inbox entry {} could not be opened", entryId, e);
            throw new ProblemException(ErrorCode.STORAGE_FAILED);
        }
    }

    private ProblemException absent(String entryId) {
        reading.absent("inbox/" + entryId);
        return new ProblemException(ErrorCode.NOT_FOUND);
    }

    @PostMapping("/{entryId}/acknowledgement")
    InboxAnswers.Proof acknowledge(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestBody InboxRequest.Acknowledgement request) {
        Permissions.require(caller, ApiScope.RECEIVE);
        return proof(inbox.acknowledge(
                caller.agency(),
                InboxRequest.entry(entryId),
                InboxRequest.lease("/leaseId", request.leaseId()),
                InboxRequest.digest(request.packageSha512())));
    }

    @PostMapping("/{entryId}/refusal")
    InboxAnswers.Proof refuse(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestBody InboxRequest.Refusal request) {
        Permissions.require(caller, ApiScope.RECEIVE);
        return proof(inbox.refuse(
                caller.agency(),
                InboxRequest.entry(entryId),
                InboxRequest.lease("/leaseId", request.leaseId()),
                InboxRequest.reason(request.reason()),
                InboxRequest.text(request.text())));
    }

    private static InboxAnswers.Proof proof(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Done(var evidence) -> InboxAnswers.Proof.of(evidence);
            case Settlement.OtherDigest() ->
                throw InboxRequest.invalid(
                        "/packageSha512", "Không phải mã băm của gói tin; văn bản vẫn chưa được nhận");
            case Settlement.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
            case Settlement.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
            case Settlement.AlreadySettled() -> throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
            case Settlement.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
        };
    }
}
