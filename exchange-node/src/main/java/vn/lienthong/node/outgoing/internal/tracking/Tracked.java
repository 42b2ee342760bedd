package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.statement.Standing;

/**
 * One recipient of a sent document. That it was sent, that it arrived at the other system and that people there took it in are three
 * things.
 *
 * @param leg the delivery
 * @param name of the agency
 * @param times when what happened, by what it is: {@code sent}, {@code arrived}, {@code taken}, {@code failed}
 * @param standing what was stated; null before anything was
 * @param now the present
 */
record Tracked(
        Dispatch.Leg leg,
        String name,
        Map<String, Instant> times,
        @Nullable Standing standing,
        Instant now) {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration UNOPENED = Duration.ofHours(4);

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

    /** The end of the key of its state, in one word: the furthest that is known. */
    public String slug() {
        Known status = status();
        if (status == null || status == Known.ARRIVED) {
            boolean arrived = status == Known.ARRIVED && leg.stage().compareTo(DeliveryStage.CONSIGNED) < 0;
            return (arrived ? DeliveryStage.CONSIGNED : leg.stage()).name().toLowerCase(Locale.ROOT);
        }
        return "status." + status.code();
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

    /** The end of the key of why it is late: {@code unreachable}, {@code silent}, {@code unopened}; null when it is not. */
    public @Nullable String late() {
        Instant sent = times.getOrDefault("sent", now);
        boolean under = leg.stage() == DeliveryStage.QUEUED || leg.stage() == DeliveryStage.IN_TRANSIT;
        if (under) {
            return now.isAfter(sent.plus(SOON)) ? "unreachable" : null;
        }
        Known status = status();
        if (leg.stage() != DeliveryStage.CONSIGNED || (status != null && status != Known.ARRIVED)) {
            return null;
        }
        Instant arrived = times.getOrDefault("arrived", leg.since());
        if (status == null) {
            return now.isAfter(arrived.plus(SOON)) ? "silent" : null;
        }
        return now.isAfter(arrived.plus(UNOPENED)) ? "unopened" : null;
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
