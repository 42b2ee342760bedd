package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.statement.Standing;

/**
 * One recipient of a sent document. That it was sent, that it arrived at the other system and that people there took it in are three
 * things.
 *
 * @param leg the delivery
 * @param name of the agency
 * @param times when what happened, by what it is: {@code sent}, {@code arrived}, {@code taken}, {@code failed}
 * @param parcelId in which it went to this recipient last
 * @param standing what was stated; null before anything was
 * @param delay what holds it up; null when nothing does
 * @param now the present
 */
record Tracked(
        Dispatch.Leg leg,
        String name,
        ParcelId parcelId,
        Map<String, Instant> times,
        @Nullable Standing standing,
        @Nullable Delay delay,
        Instant now) {

    /** Copies the times. */
    Tracked {
        times = Map.copyOf(times);
    }

    /** The agency. */
    public AgencyCode code() {
        return leg.recipient();
    }

    /** What was stated last; null before anything was. */
    private @Nullable Known status() {
        return standing == null ? null : standing.status();
    }

    /** How lists mark it. */
    public String mark() {
        Known status = status();
        if (status == Known.REFUSED || leg.stage() == DeliveryStage.REFUSED || leg.stage() == DeliveryStage.EXPIRED) {
            return "failed";
        }
        if (status == Known.RECALL_REQUESTED || status == Known.AGREED || leg.stage() == DeliveryStage.RECALLED) {
            return "warning";
        }
        return leg.stage() == DeliveryStage.QUEUED || leg.stage() == DeliveryStage.IN_TRANSIT ? "moving" : "done";
    }

    /** When people took it in: by their own word, else by the evidence of the hand-over. */
    public @Nullable Instant taken() {
        Standing said = standing;
        Instant at = said != null && said.status() == Known.RECEIVED ? said.statusAt() : null;
        return at == null ? times.get("taken") : at;
    }

    /** Số đến at the recipient; empty as long as it did not say. */
    public String arrivalNumber() {
        return standing == null ? "" : standing.arrivalNumber();
    }

    /** Until when the recipient will have done it; null as long as it did not say. */
    public @Nullable LocalDate due() {
        return standing == null ? null : standing.dueDate();
    }

    /** Why, in the recipient's or the system's own words; empty without. */
    public String words() {
        String said = standing == null ? "" : standing.words().text();
        return said.isEmpty()
                ? Optional.ofNullable(leg.reasonCode())
                        .flatMap(ErrorCode::find)
                        .map(code -> code.vietnamese() + " (" + code.code() + ")")
                        .orElse("")
                : said;
    }

    /** Why it is late; null when it is not. */
    public @Nullable Delay late() {
        Known status = status();
        Delay held = delay;
        if (held == null || (status != null && status != Known.ARRIVED)) {
            return null;
        }
        Delay known = status == null ? held : held.heard();
        return known.isLate(now) ? known : null;
    }

    /** Whether the recipient has it, or will get it, and has not said that it is done. */
    boolean isUnanswered() {
        return SentReach.fate(leg, standing) == SentStates.Fate.WITH_THEM && status() != Known.COMPLETED;
    }

    /** Whether a reminder makes sense. */
    public boolean remindable() {
        return standing == null
                ? leg.stage() == DeliveryStage.CONSIGNED || leg.stage() == DeliveryStage.HANDED_OVER
                : !standing.isEnded() && !leg.stage().equals(DeliveryStage.RECALLED);
    }

    /** Whether sending it once more makes sense: it never arrived, and nobody there refused it. */
    public boolean resendable() {
        return leg.stage() == DeliveryStage.EXPIRED || (leg.stage() == DeliveryStage.REFUSED && status() == null);
    }
}
