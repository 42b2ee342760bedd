package vn.lienthong.node.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;

/**
 * A volume of a book of state secrets.
 *
 * @param id its name
 * @param agency whose book it is
 * @param direction in or out
 * @param year of the book
 * @param volume number of the volume in the year, from 1
 * @param highest the highest number in it; 0 without entries
 * @param entries how many
 * @param lockedAt when it was locked; null while it is open
 * @param lockedBy who locked it; null while it is open
 */
public record SecretBook(
        long id,
        AgencyCode agency,
        Direction direction,
        int year,
        int volume,
        int highest,
        int entries,
        @Nullable Instant lockedAt,
        @Nullable LoginName lockedBy) {

    /** Which of the two books. */
    public enum Direction {
        /** Sổ đăng ký bí mật nhà nước đi. */
        OUT,
        /** Sổ đăng ký bí mật nhà nước đến. */
        IN
    }

    /** Returns whether it takes entries. */
    public boolean open() {
        return lockedAt == null;
    }
}
