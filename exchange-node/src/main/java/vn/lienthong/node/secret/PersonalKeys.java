package vn.lienthong.node.secret;

import vn.lienthong.node.identity.LoginName;

/**
 * The personal keys of cleared people: one key that shares are sealed to, two that sign.
 *
 * <p>Guarantees: private halves are kept only under the PIN and the node's key together; unlocked keys live in memory only, belong to one
 * session and end by themselves. Every PIN is wiped by the callee. Every step is recorded.
 */
public interface PersonalKeys {

    /** The fewest characters of a PIN. */
    int SHORTEST_PIN = 8;

    /** The most characters of a PIN. */
    int LONGEST_PIN = 64;

    /** How the caller's keys stand in the caller's session. */
    KeyState state(SecretCaller caller);

    /** Makes the first keys, and unlocks them for this session; needs the second factor. */
    SecretAnswer<KeyState> enrol(SecretCaller caller, char[] pin);

    /** Unlocks the keys for this session; needs the second factor. Wrong PINs cost pauses that grow. */
    SecretAnswer<KeyState> unlock(SecretCaller caller, char[] pin);

    /** Gives the keys another PIN; needs the second factor. */
    SecretAnswer<KeyState> changePin(SecretCaller caller, char[] pin, char[] fresh);

    /**
     * Makes new keys instead of those whose PIN was forgotten; needs the second factor. What was sealed to the old ones is lost for this
     * person until somebody else who can open it adds the person again.
     */
    SecretAnswer<KeyState> reset(SecretCaller caller, char[] fresh);

    /** Locks the keys of this session at once. */
    void lock(SecretCaller caller);

    /** Locks the keys of a session that has ended. */
    void sessionEnded(String session);

    /**
     * Revokes the keys of somebody who leaves or is no longer cleared: they can no longer be unlocked, and the shares sealed to them are
     * destroyed.
     *
     * @param reason a code, recorded
     */
    void revoke(LoginName login, String reason);
}
