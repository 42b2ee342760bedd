package vn.lienthong.node.directory.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InDirectoryRole;

/** {@code /directory/v1}: what everybody may read, and the door for new nodes (docs/protocol §8, §9). */
@RestController
@InDirectoryRole
@RequestMapping("/directory/v1")
class PublicationsResource {

    private static final int MAX_WAIT = 30;
    private static final int MAX_PAGE = 128;
    private static final int MAX_PAGE_OCTETS = 16 << 20;
    private static final String RETRY_SECONDS = "5";

    private final PublicationTable table;
    private final DirectoryCopy copy;
    private final PublicationBell bell;
    private final NodeRegistration nodes;
    private final DirectoryAuthority authority;
    private final RefusedNodes refused;
    private final RevocationLists revocations;

    PublicationsResource(
            PublicationTable table,
            DirectoryCopy copy,
            PublicationBell bell,
            NodeRegistration nodes,
            DirectoryAuthority authority,
            RefusedNodes refused,
            RevocationLists revocations) {
        this.table = table;
        this.copy = copy;
        this.bell = bell;
        this.nodes = nodes;
        this.authority = authority;
        this.refused = refused;
        this.revocations = revocations;
    }

    /** The publications behind a number; with {@code wait} holds the request until there is one. */
    @GetMapping(value = "/publications", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> publications(@RequestParam long after, @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        if (after < 0 || wait < 0 || wait > MAX_WAIT) {
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        }
        // A reader that claims to be ahead has seen a directory that was set back: it is told at once.
        boolean waits = wait > 0 && after == copy.sequence();
        if (waits && !bell.await(after, Duration.ofSeconds(wait))) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        long latest = copy.sequence();
        // Never more than is said to be there: the database may already hold one that is not announced yet.
        int limit = Math.toIntExact(Math.clamp(latest - after, 0, MAX_PAGE));
        List<SignedPublication> found = limit > 0 ? bounded(table.after(after, limit)) : List.of();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(WireFormats.PUBLICATION_PAGE.encode(new PublicationPage(latest, found)));
    }

    private static List<SignedPublication> bounded(List<SignedPublication> all) {
        List<SignedPublication> page = new ArrayList<>();
        long octets = 0;
        for (SignedPublication publication : all) {
            octets += publication.octets().size();
            if (!page.isEmpty() && octets > MAX_PAGE_OCTETS) {
                break;
            }
            page.add(publication);
        }
        return page;
    }

    @GetMapping(value = "/anchor.pem", produces = "application/x-pem-file")
    byte[] anchor() {
        return authority.anchor().pem().toByteArray();
    }

    /** What the authority has revoked, for those who do not follow the publications. */
    @GetMapping(value = "/authority.crl", produces = "application/pkix-crl")
    byte[] revocations() {
        return revocations.current().toByteArray();
    }

    @PostMapping(
            value = "/enrolments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] enrol(HttpServletRequest request) throws IOException {
        EnrolmentRequest body = StrictBody.read(request.getInputStream(), EnrolmentRequest.class)
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_MALFORMED));
        EventObject token = EventObject.of(EventObject.Kind.RESOURCE, "enrolment/" + body.tokenId());
        return StrictBody.write(refused.watched(EventKind.NODE_ENROL, token, () -> nodes.enrol(body)));
    }
}
