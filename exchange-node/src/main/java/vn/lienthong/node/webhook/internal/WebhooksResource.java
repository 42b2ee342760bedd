package vn.lienthong.node.webhook.internal;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;
import vn.lienthong.node.webhook.internal.WebhookAnswers.One;

/** {@code /api/v1/webhooks}: where the agency of the key is told of its events. */
@RestController
@InNodeRole
@RequestMapping("/api/v1/webhooks")
class WebhooksResource {

    private static final int LARGEST_PAGE = 100;

    private final Endpoints endpoints;
    private final Attempts attempts;

    WebhooksResource(Endpoints endpoints, Attempts attempts) {
        this.endpoints = endpoints;
        this.attempts = attempts;
    }

    private static void require(ApiCaller caller) {
        if (!caller.may(ApiScope.TRACK) && !caller.may(ApiScope.SUBMIT) && !caller.may(ApiScope.RECEIVE)) {
            throw new AccessRefusedException(Refusal.Reason.SCOPE_MISSING);
        }
    }

    private Endpoint own(ApiCaller caller, String id) {
        require(caller);
        return endpoints
                .find(WebhookRequests.id(id))
                .filter(endpoint -> endpoint.agency().equals(caller.agency()))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    @GetMapping
    WebhookAnswers.All list(@AuthenticationPrincipal ApiCaller caller) {
        require(caller);
        return new WebhookAnswers.All(endpoints.of(caller.agency()).stream()
                .map(endpoint -> One.of(endpoint, null))
                .toList());
    }

    @PostMapping
    ResponseEntity<One> create(@AuthenticationPrincipal ApiCaller caller, @RequestBody WebhookRequests.Wanted wanted) {
        require(caller);
        return answer(endpoints.create(caller.agency(), WebhookRequests.wish(wanted, caller)), HttpStatus.CREATED);
    }

    @GetMapping("/{id}")
    ResponseEntity<One> one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        return answer(new EndpointAnswer.Done(own(caller, id)), HttpStatus.OK);
    }

    @PutMapping("/{id}")
    ResponseEntity<One> change(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WebhookRequests.Wanted wanted) {
        Endpoint before = own(caller, id);
        int version = WebhookRequests.version(ifMatch);
        if (version != before.version()) {
            throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
        }
        Wish wish = WebhookRequests.wish(wanted, caller);
        EndpointAnswer changed = endpoints.change(before, version, wish);
        boolean active = wanted.active() == null ? before.active() : wanted.active();
        return answer(switched(changed, active), HttpStatus.OK);
    }

    private EndpointAnswer switched(EndpointAnswer changed, boolean active) {
        if (!(changed instanceof EndpointAnswer.Done(Endpoint endpoint)) || endpoint.active() == active) {
            return changed;
        }
        return active ? endpoints.start(endpoint) : endpoints.stop(endpoint);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        if (!endpoints.remove(own(caller, id))) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/rotation")
    ResponseEntity<One> rotate(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestBody(required = false) WebhookRequests.@Nullable Rotation rotation) {
        Endpoint endpoint = own(caller, id);
        return answer(endpoints.rotate(endpoint, WebhookRequests.overlap(rotation)), HttpStatus.OK);
    }

    @PostMapping("/{id}/ping")
    WebhookAnswers.Pinged ping(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        return WebhookAnswers.Pinged.of(endpoints.ping(own(caller, id)));
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<Void> replay(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestBody WebhookRequests.Replay replay) {
        Endpoint endpoint = own(caller, id);
        boolean done = WebhookRequests.event(replay)
                .map(event -> endpoints.repeat(endpoint, event))
                .orElseGet(() -> endpoints.replay(endpoint, WebhookRequests.since(replay)));
        if (!done) {
            throw new ProblemException(replay.eventId() == null ? ErrorCode.REQUEST_IN_PROGRESS : ErrorCode.NOT_FOUND);
        }
        return ResponseEntity.accepted().build();
    }

    @GetMapping("/{id}/attempts")
    WebhookAnswers.Tries attempts(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "50") String pageSize) {
        Endpoint endpoint = own(caller, id);
        int size = (int) WebhookRequests.number("pageSize", pageSize, 1, LARGEST_PAGE);
        long from = before.isEmpty() ? Long.MAX_VALUE : WebhookRequests.number("before", before, 1, Long.MAX_VALUE);
        List<Attempts.Attempt> found = attempts.list(endpoint.id(), from, size + 1);
        List<Attempts.Attempt> shown = found.subList(0, Math.min(size, found.size()));
        return new WebhookAnswers.Tries(
                shown.stream().map(WebhookAnswers.Try::of).toList(),
                found.size() > size ? Long.toString(shown.getLast().id()) : null);
    }

    private static ResponseEntity<One> answer(EndpointAnswer answer, HttpStatus status) {
        return switch (answer) {
            case EndpointAnswer.Done(Endpoint endpoint) -> body(status, One.of(endpoint, null));
            case EndpointAnswer.Secretive(Endpoint endpoint, var secret) -> body(status, One.of(endpoint, secret));
            case EndpointAnswer.TooMany() ->
                throw WebhookRequests.invalid("/url", "Mỗi cơ quan có nhiều nhất " + Endpoints.MOST + " webhook");
            case EndpointAnswer.NotAnswered(var reply) ->
                throw WebhookRequests.invalid(
                        "/url",
                        "Địa chỉ không trả lời 2xx khi gọi thử: "
                                + WebhookAnswers.Pinged.of(reply).words());
            case EndpointAnswer.ChangedMeanwhile() -> throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
        };
    }

    private static ResponseEntity<One> body(HttpStatus status, One one) {
        return ResponseEntity.status(status)
                .eTag("\"" + one.version() + "\"")
                .location(URI.create("/api/v1/webhooks/" + one.id()))
                .cacheControl(org.springframework.http.CacheControl.noStore())
                .body(one);
    }
}
