package vn.lienthong.node.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How accounts are suspended and end.
 *
 * <p>Guarantees: each step is an event in its transaction; whoever is suspended or has left is signed out with the next request, is
 * cleared for nothing and can act on nobody's behalf; there is always somebody left who administers accounts.
 */
public interface AccountLife {
    /** The longest reason, in characters. */
    int LONGEST_REASON = 500;

    /**
     * Where an account stands.
     *
     * @param lastDay the last day of work, or null when none is set
     * @param suspendedAt since when it is suspended, or null
     * @param reason why it is suspended; empty when it is not
     * @param warnedAt when it was first noticed that nobody uses it, or null
     * @param invitedUntil until when an invitation works, or null
     */
    record Life(
            @Nullable LocalDate lastDay,
            @Nullable Instant suspendedAt,
            String reason,
            @Nullable Instant warnedAt,
            @Nullable Instant invitedUntil) {}

    /**
     * Where an account stands.
     *
     * @param login whose
     * @return empty when there is no such account
     */
    Optional<Life> of(LoginName login);

    /**
     * Shuts an account for the time being.
     *
     * @param login whose
     * @param reason why, 1 to {@link #LONGEST_REASON} characters
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep suspend(LoginName login, String reason, Person by);

    /**
     * Opens a suspended account again.
     *
     * @param login whose
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep resume(LoginName login, Person by);

    /**
     * Sets the last day of work: after it the account is shut and its roles end.
     *
     * @param login whose
     * @param lastDay today or later; null when the person stays after all
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep leave(LoginName login, @Nullable LocalDate lastDay, Person by);

    /**
     * How long nobody may use an account before it is suspended.
     *
     * @return in days; 0 when accounts are never suspended for that
     */
    int dormantDays();

    /**
     * Shuts the accounts of whoever has left, warns those that nobody uses and suspends them a week later. Called again and again.
     */
    void upkeep();
}
