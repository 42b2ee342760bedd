package vn.lienthong.node.desk.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.desk.internal.rest.DispatchAnswer.RefusedRecipient;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.DailyVolume;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /api/v1/dispatches}: documents sent by the agency of the key. */
@InNodeRole
@RestController
class DispatchResource {

    private static final String PATH = "/api/v1/dispatches";

    private final DispatchIntake intake;
    private final Dispatches dispatches;
    private final DirectoryView directory;
    private final InstantSource clock;
    private final DailyVolume volume;

    DispatchResource(
            DispatchIntake intake,
            Dispatches dispatches,
            DirectoryView directory,
            InstantSource clock,
            DailyVolume volume) {
        this.intake = intake;
        this.dispatches = dispatches;
        this.directory = directory;
        this.clock = clock;
        this.volume = volume;
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DispatchAnswer> send(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest request) {
        try {
            Permissions.require(caller, ApiScope.SUBMIT);
            volume.require(caller.agency(), request.getContentLengthLong());
            ResponseEntity<DispatchAnswer> answer =
                    answer(caller, intake.take(caller, IdempotencyKey.read(key), names(), request));
            DispatchAnswer sent = answer.getBody();
            volume.add(caller.agency(), sent == null || isRepeated(answer) ? 0 : sent.payloadSize());
            return answer;
        } finally {
            BodyRest.passOver(request);
        }
    }

    @GetMapping(PATH)
    DispatchAnswer.Page list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "50") String pageSize,
            @RequestParam(required = false) @Nullable String pageToken) {
        Following.require(caller);
        int size = Following.number("pageSize", pageSize, 1, Following.LARGEST_PAGE);
        // One more than shown tells whether there is a next page.
        List<Dispatch> found = dispatches.list(caller.agency(), PageToken.read(pageToken), size + 1);
        List<Dispatch> shown = found.subList(0, Math.min(size, found.size()));
        AgencyNames names = names();
        return new DispatchAnswer.Page(
                shown.stream()
                        .map(dispatch -> DispatchAnswer.of(dispatch, names, null))
                        .toList(),
                found.size() > size ? PageToken.of(shown.getLast().parcelId()) : null);
    }

    @GetMapping(PATH + "/{parcelId}")
    DispatchAnswer one(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestParam(name = "wait", defaultValue = "0") String seconds,
            @RequestParam(defaultValue = "CONSIGNED") String state) {
        Following.require(caller);
        int wait = Following.number("wait", seconds, 0, Following.LONGEST_WAIT);
        var stage = Following.stage(state);
        return Following.parcel(parcelId)
                .flatMap(id -> dispatches.await(
                        caller.agency(), id, stage, clock.instant().plusSeconds(wait)))
                .map(dispatch -> DispatchAnswer.of(dispatch, names(), null))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static boolean isRepeated(ResponseEntity<DispatchAnswer> answer) {
        return answer.getStatusCode().equals(HttpStatus.OK);
    }

    @GetMapping(PATH + "/{parcelId}/deliveries")
    DispatchAnswer.Deliveries deliveries(@AuthenticationPrincipal ApiCaller caller, @PathVariable String parcelId) {
        Following.require(caller);
        return Following.parcel(parcelId)
                .flatMap(id -> dispatches.find(caller.agency(), id))
                .map(dispatch -> new DispatchAnswer.Deliveries(
                        DispatchAnswer.of(dispatch, names(), null).deliveries()))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private ResponseEntity<DispatchAnswer> answer(ApiCaller caller, Intake taken) {
        ParcelId parcelId = taken.parcelId();
        // The row is there: it was committed before its identifier was told to anybody.
        Dispatch dispatch = dispatches.find(caller.agency(), parcelId).orElseThrow();
        boolean repeated = taken instanceof Intake.Repeated;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create(PATH + "/" + parcelId));
        if (repeated) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(
                DispatchAnswer.of(dispatch, names(), refused(taken, dispatch)).byTestKey(caller.test()));
    }

    /** Who was left out. */
    static List<RefusedRecipient> refused(Intake taken, Dispatch dispatch) {
        return switch (taken) {
            case Intake.Taken(ParcelId _, var leftOut) ->
                leftOut.stream().map(RefusedRecipient::of).toList();
            case Intake.Repeated(ParcelId _, List<AgencyCode> asked) -> {
                Set<AgencyCode> served = dispatch.deliveries().stream()
                        .map(Dispatch.Leg::recipient)
                        .collect(Collectors.toSet());
                yield asked.stream()
                        .filter(code -> !served.contains(code))
                        .map(RefusedRecipient::earlier)
                        .toList();
            }
        };
    }

    private AgencyNames names() {
        return new AgencyNames(directory.current(), clock.instant());
    }
}
