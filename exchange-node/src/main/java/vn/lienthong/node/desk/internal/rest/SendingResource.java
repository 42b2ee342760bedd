package vn.lienthong.node.desk.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /api/v1/dispatches} as JSON: files that were uploaded before are sent; the answer is a temporary name. */
@InNodeRole
@RestController
class SendingResource {
    private static final String PATH = "/api/v1/dispatch-requests/";

    private final SendingRequests requests;
    private final InstantSource clock;

    SendingResource(SendingRequests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/dispatches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SendingAnswer> send(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        try {
            Permissions.require(caller, ApiScope.SUBMIT);
            byte[] octets = request.getInputStream().readNBytes(MetadataReader.MAX_OCTETS + 1);
            if (octets.length > MetadataReader.MAX_OCTETS) {
                throw new ProblemException(ErrorCode.TOO_LARGE);
            }
            return answer(requests.take(caller, IdempotencyKey.read(key), octets));
        } finally {
            BodyRest.passOver(request);
        }
    }

    private static ResponseEntity<SendingAnswer> answer(SendingRequests.Taken taken) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(PATH + taken.request().id()));
        if (taken.repeated()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(SendingAnswer.of(taken.request()));
    }

    @GetMapping(PATH + "{requestId}")
    SendingAnswer one(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String requestId,
            @RequestParam(name = "wait", defaultValue = "0") String seconds) {
        Following.require(caller);
        int wait = Following.number("wait", seconds, 0, Following.LONGEST_WAIT);
        return RequestId.parse(requestId)
                .flatMap(id ->
                        requests.await(caller.agency(), id, clock.instant().plusSeconds(wait)))
                .map(SendingAnswer::of)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
