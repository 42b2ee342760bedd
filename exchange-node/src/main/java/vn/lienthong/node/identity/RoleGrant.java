package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * A role as it was given to an account; it may have ended.
 *
 * @param role which
 * @param place the agency for which it was given, or null for the node as a whole
 * @param since from when it is held
 * @param end from when it is held no more, or null for no end
 * @param by who gave it, or null when the node did, at its set-up
 */
public record RoleGrant(
        Role role,
        @Nullable AgencyCode place,
        Instant since,
        @Nullable Instant end,
        @Nullable LoginName by) {
    /**
     * The agency for which it was given.
     *
     * @return empty for the node as a whole
     */
    public Optional<AgencyCode> agency() {
        return Optional.ofNullable(place);
    }

    /**
     * Tells whether it is held at a moment.
     *
     * @param now the moment
     * @return false before its beginning and from its end on
     */
    public boolean heldAt(Instant now) {
        return !since.isAfter(now) && (end == null || end.isAfter(now));
    }
}
