package vn.lienthong.node.secret;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.LoginName;

/**
 * Who knows of a document.
 *
 * <p>Guarantees: only somebody who can open a document adds others, by sealing a share to their keys; who is taken away loses the share
 * at once. Does not guarantee that somebody forgets what was read.
 */
public interface NeedToKnow {

    /** Everybody who knows or has known of it, the first ones first; for those who know. */
    SecretAnswer<List<Knower>> knowers(SecretCaller caller, SecretId id);

    /** People of the agency who are cleared for it and do not know of it. */
    SecretAnswer<List<SecretPerson>> candidates(SecretCaller caller, SecretId id);

    /** Lets somebody know; needs unlocked keys. */
    SecretAnswer<Boolean> add(SecretCaller caller, SecretId id, LoginName login, String reason);

    /** Takes the need to know away from somebody; the last one who can open it stays. */
    SecretAnswer<Boolean> takeAway(SecretCaller caller, SecretId id, LoginName login, String reason);

    /** Who looked at it, and how, newest first, at most 500; for those who know. */
    SecretAnswer<List<Look>> looks(SecretCaller caller, SecretId id);

    /**
     * Somebody who knows, or knew.
     *
     * @param login log-in name
     * @param name as others see it
     * @param since when
     * @param addedBy who let the person know; null for those who were told at the arrival
     * @param reason why; empty at the arrival
     * @param endedAt when it was taken away; null while it holds
     * @param canOpen whether a share is sealed to the present keys of the person
     */
    record Knower(
            LoginName login,
            String name,
            Instant since,
            @Nullable LoginName addedBy,
            String reason,
            @Nullable Instant endedAt,
            boolean canOpen) {

        @Override
        public String toString() {
            return "Knower[" + login.value() + "]";
        }
    }

    /**
     * One look.
     *
     * @param at when
     * @param login who
     * @param what {@code facts}, {@code view}, {@code print} or {@code download}
     * @param file number of the file; 0 for what is written about the document
     * @param code short code of the look
     */
    record Look(Instant at, LoginName login, String what, int file, String code) {}
}
