package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.platform.Secret;

/**
 * One-time codes beside the password (TOTP, RFC 6238: SHA-1, six digits, 30 seconds).
 *
 * <p>Guarantees: the shared secret is stored encrypted; a code of one step is accepted once; clocks may differ by one step;
 * recovery codes are stored as digests and work once; after five wrong codes nothing is tried for a while.
 */
public interface SecondFactors {
    /**
     * How far an account is.
     *
     * @param login whose
     * @return the state; an unknown account has none
     */
    State state(LoginName login);

    /**
     * Begins to set up, or goes on with what was begun and not finished.
     *
     * @param login whose
     * @return what the person's device needs
     * @throws IllegalStateException when the account has a second factor already
     */
    Enrolment begin(LoginName login);

    /**
     * Finishes setting up with the first code from the device.
     *
     * @param login whose
     * @param code what was typed
     * @param address the network address
     * @return the recovery codes when it was right
     */
    Confirmation confirm(LoginName login, String code, String address);

    /**
     * Judges a code, or a recovery code in its place.
     *
     * @param login whose
     * @param code what was typed, of any content
     * @param address the network address
     * @return what it is worth
     */
    CodeCheck check(LoginName login, String code, String address);

    /**
     * Makes new recovery codes; the old ones work no more.
     *
     * @param login whose
     * @return the codes in clear, to be shown once; empty when the account has no second factor
     */
    List<Secret> replaceRecoveryCodes(LoginName login);

    /**
     * Takes the second factor of an account away and ends its sessions.
     *
     * @param login whose
     * @param by the administrator
     * @return false when there was none
     */
    boolean reset(LoginName login, Person by);

    /**
     * Sets up a second factor without a device at hand: for the accounts that an installation makes for itself.
     *
     * @param login whose; must not have one
     * @return the secret as text in Base32, to be handed over together with the password
     */
    Secret handOut(LoginName login);

    /**
     * How far an account is.
     *
     * @param since when it was set up, or null when it is not
     * @param recoveryCodes how many are left
     */
    record State(@Nullable Instant since, int recoveryCodes) {
        /**
         * Tells whether a code is asked for at sign-in.
         *
         * @return true when it was set up
         */
        public boolean active() {
            return since != null;
        }
    }

    /**
     * What the person's device needs.
     *
     * @param secret in Base32, to be typed
     * @param link the same as {@code otpauth:} link, to be drawn as QR code
     */
    record Enrolment(Secret secret, Secret link) {}

    /** What came of finishing. */
    sealed interface Confirmation {}

    /**
     * Set up.
     *
     * @param recoveryCodes in clear, to be shown once
     */
    record Confirmed(List<Secret> recoveryCodes) implements Confirmation {
        /** Copies the codes. */
        public Confirmed {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * Not set up.
     *
     * @param check why
     */
    record NotConfirmed(CodeCheck check) implements Confirmation {}

    /** What a code is worth. */
    sealed interface CodeCheck {}

    /**
     * Right.
     *
     * @param recoveryCodesLeft present when a recovery code was used: how many are left
     */
    record Accepted(Optional<Integer> recoveryCodesLeft) implements CodeCheck {}

    /** Wrong, used before, or of another time: deliberately not told apart. */
    record Wrong() implements CodeCheck {}

    /**
     * Too many failures; it was not looked at.
     *
     * @param until when it may be tried again
     */
    record Throttled(Instant until) implements CodeCheck {}
}
