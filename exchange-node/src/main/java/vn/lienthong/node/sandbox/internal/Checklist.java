package vn.lienthong.node.sandbox.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.node.sandbox.Conformance;
import vn.lienthong.node.sandbox.ConformanceCheck;
import vn.lienthong.node.sandbox.internal.Deeds.Seen;

/** Reads from what was seen which lines of the checklist are done. Pure. */
final class Checklist {

    private final Map<Deed, Seen> seen;

    Checklist(Map<Deed, Seen> seen) {
        this.seen = Map.copyOf(seen);
    }

    /** All lines, in their order. */
    List<Conformance.Item> items() {
        return Arrays.stream(ConformanceCheck.values())
                .map(check -> new Conformance.Item(check, at(check).orElse(null)))
                .toList();
    }

    private Optional<Instant> at(ConformanceCheck check) {
        return switch (check) {
            case SEND -> first(Deed.SENT);
            case REPEAT -> first(Deed.REPEATED);
            case CORRECT -> corrected();
            case FOLLOW -> first(Deed.STATE_READ);
            case LEARN_REFUSAL -> first(Deed.REFUSAL_READ);
            case RECEIVE -> received();
            case REFUSE -> first(Deed.REFUSED);
            case ANSWER_RECALL -> first(Deed.ANSWERED);
            case WAIT -> first(Deed.WAITED);
            case STATE -> first(Deed.STATED);
            case PROVE -> first(Deed.PROOF_TAKEN);
            case SEE_OFFLINE -> first(Deed.OFFLINE_READ);
        };
    }

    private Optional<Instant> first(Deed deed) {
        return Optional.ofNullable(seen.get(deed)).map(Seen::firstAt);
    }

    private Optional<Instant> last(Deed deed) {
        return Optional.ofNullable(seen.get(deed)).map(Seen::lastAt);
    }

    /** Something right went out after the first refusal. */
    private Optional<Instant> corrected() {
        return last(Deed.SENT)
                .filter(sent ->
                        first(Deed.SENDING_REFUSED).filter(sent::isAfter).isPresent());
    }

    /** The digest that was acknowledged is that of something that was downloaded before. */
    private Optional<Instant> received() {
        return last(Deed.ACKNOWLEDGED)
                .filter(taken ->
                        first(Deed.DOWNLOADED).filter(at -> !at.isAfter(taken)).isPresent());
    }
}
