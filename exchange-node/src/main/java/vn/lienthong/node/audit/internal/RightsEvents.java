package vn.lienthong.node.audit.internal;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccountEvent;

/** The events of rights: who holds which role where, what roles carry, who is cleared. */
final class RightsEvents {
    private static final String NODE = "-";

    private RightsEvents() {}

    static SecurityEvent given(AccountEvent.RoleGiven given) {
        EventKind kind =
                IdentityRecording.STRONG.contains(given.role()) ? EventKind.ROLE_ELEVATE : EventKind.ROLE_GRANT;
        SecurityEvent event = SecurityEvent.of(kind).with("role", given.role()).with("agency", at(given.agency()));
        return given.until() == null ? event : event.with("until", given.until());
    }

    static SecurityEvent taken(AccountEvent.RoleTaken taken) {
        return SecurityEvent.of(EventKind.ROLE_REVOKE)
                .with("role", taken.role())
                .with("agency", at(taken.agency()));
    }

    private static String at(@Nullable AgencyCode agency) {
        return agency == null ? NODE : agency.value();
    }

    static SecurityEvent clearance(AccountEvent.ClearanceChanged changed) {
        EventKind kind = switch (changed.act()) {
            case PROPOSED -> EventKind.CLEARANCE_PROPOSE;
            case CONFIRMED -> EventKind.CLEARANCE_CONFIRM;
            case REFUSED -> EventKind.CLEARANCE_REFUSE;
            case ENDED -> EventKind.CLEARANCE_END;
            case RAN_OUT -> EventKind.CLEARANCE_EXPIRE;
        };
        return SecurityEvent.of(kind).with("agency", changed.agency().value()).with("level", changed.level());
    }

    static SecurityEvent life(AccountEvent.LifeStep step) {
        return SecurityEvent.of(
                switch (step.act()) {
                    case INVITED -> EventKind.ACCOUNT_INVITE;
                    case JOINED -> EventKind.ACCOUNT_JOIN;
                    case SUSPENDED -> EventKind.ACCOUNT_SUSPEND;
                    case RESUMED -> EventKind.ACCOUNT_RESUME;
                    case LEAVES -> EventKind.ACCOUNT_LEAVE;
                    case STAYS -> EventKind.ACCOUNT_STAY;
                    case LEFT -> EventKind.ACCOUNT_GONE;
                    case WARNED -> EventKind.ACCOUNT_WARN;
                    case DORMANT -> EventKind.ACCOUNT_DORMANT;
                });
    }

    static SecurityEvent breakGlass(AccountEvent.BreakGlassStep step) {
        return SecurityEvent.of(
                switch (step.act()) {
                    case DRAWN -> EventKind.BREAK_GLASS_DRAW;
                    case USED -> EventKind.BREAK_GLASS_USE;
                    case ENDED -> EventKind.BREAK_GLASS_END;
                    case CLOSED -> EventKind.BREAK_GLASS_CLOSE;
                });
    }

    static SecurityEvent role(AccountEvent.RoleChanged changed) {
        EventKind kind = switch (changed.act()) {
            case WISHED -> EventKind.ROLE_CHANGE_ASK;
            case CONFIRMED -> EventKind.ROLE_CHANGE;
            case DROPPED -> EventKind.ROLE_CHANGE_DROP;
        };
        return SecurityEvent.of(kind)
                .with("role", changed.role())
                .with("permission", changed.permission())
                .with("carried", changed.carried());
    }
}
