package vn.lienthong.node.identity;

import java.time.Instant;

/**
 * One refusal by permission, in words that may be written to a log: no secret, no subject, no content.
 *
 * @param at when
 * @param reason why
 * @param actor a login name, {@code key:<id>} or {@code anonymous}
 * @param action HTTP method and path without query
 * @param address the network address of the caller
 */
public record Refusal(Instant at, Reason reason, String actor, String action, String address) {
    /** Why somebody was refused. */
    public enum Reason {
        /** Login name or password wrong, or account disabled. */
        WRONG_CREDENTIALS,
        /** Too many failures; nothing was even looked at. */
        THROTTLED,
        /** No API key where one is needed. */
        KEY_MISSING,
        /** The key is not known or its secret is wrong. */
        KEY_UNKNOWN,
        /** The key was withdrawn. */
        KEY_REVOKED,
        /** The key's time is over. */
        KEY_EXPIRED,
        /** The key may not be used from this network address. */
        KEY_ELSEWHERE,
        /** The connection does not bring the certificate to which the key is bound. */
        KEY_CERTIFICATE,
        /** The key does not carry the scope. */
        SCOPE_MISSING,
        /** The key or person belongs to another agency. */
        FOREIGN_AGENCY,
        /** The person's roles do not open this page. */
        ROLE_MISSING,
        /** A form without its one-time token, as a forged request has. */
        FORGED_FORM
    }
}
