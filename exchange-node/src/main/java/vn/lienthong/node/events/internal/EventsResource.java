package vn.lienthong.node.events.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.EventJson;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** {@code GET /api/v1/events}: what happened to the agency of the key, in order, by cursor, with waiting. */
@RestController
@InNodeRole
@RequestMapping("/api/v1/events")
class EventsResource {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final String NOW = "now";
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_WAIT = 30;

    private final AgencyEvents events;
    private final WaitingKeys waitingKeys;
    private final NodeKeys keys;
    private final InstantSource clock;

    EventsResource(AgencyEvents events, WaitingKeys waitingKeys, NodeKeys keys, InstantSource clock) {
        this.events = events;
        this.waitingKeys = waitingKeys;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A page of the feed.
     *
     * @param events in order
     * @param next the cursor to ask with the next time; the same as before when there was nothing
     */
    record Page(List<EventJson> events, String next) {}

    @GetMapping
    Page list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") String pageSize,
            @RequestParam(defaultValue = "0") String wait) {
        requireAnyScope(caller);
        int size = number("pageSize", pageSize, 1, LARGEST_PAGE);
        Instant deadline = clock.instant().plusSeconds(number("wait", wait, 0, LONGEST_WAIT));
        long from = place(after);
        try (WaitingKeys.Place _ =
                waitingKeys.enter(caller.key()).orElseThrow(() -> new ProblemException(ErrorCode.TOO_MANY_REQUESTS))) {
            return page(caller, from, size, deadline);
        }
    }

    private static void requireAnyScope(ApiCaller caller) {
        if (!caller.may(ApiScope.TRACK) && !caller.may(ApiScope.SUBMIT) && !caller.may(ApiScope.RECEIVE)) {
            throw new AccessRefusedException(Refusal.Reason.SCOPE_MISSING);
        }
    }

    private long place(String after) {
        if (after.equals(NOW)) {
            return events.head();
        }
        return EventCursor.read(after).orElseThrow(() -> invalid("after", "Không phải con trỏ do nút này cấp"));
    }

    /** Goes on waiting when all that came is of types that the key may not read. */
    private Page page(ApiCaller caller, long from, int size, Instant deadline) {
        AgencyCode agency = caller.agency();
        long last = from;
        List<EventJson> shown = new ArrayList<>();
        boolean more = true;
        while (more && shown.isEmpty()) {
            List<AgencyEvent> found = events.after(agency, last, size, deadline);
            for (AgencyEvent event : found) {
                last = event.place();
                if (event.news().type().isReadableWith(caller.scopes())) {
                    shown.add(EventJson.of(event, keys.nodeId()));
                }
            }
            more = !found.isEmpty();
        }
        return new Page(List.copyOf(shown), EventCursor.write(last));
    }

    private static int number(String parameter, String text, int min, int max) {
        return Optional.of(text)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Integer::parseInt)
                .filter(number -> number >= min && number <= max)
                .orElseThrow(() -> invalid(parameter, "Cần một số nguyên từ " + min + " đến " + max));
    }

    private static ProblemException invalid(String parameter, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid("?" + parameter, message)));
    }
}
