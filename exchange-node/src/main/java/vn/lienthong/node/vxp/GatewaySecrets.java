package vn.lienthong.node.vxp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.Secret;

/**
 * The secrets with which systems sign their calls at the gateway door: 256 bits each, shown once, kept sealed, good until they expire
 * or are withdrawn. A system may have two for a while, so that it can change from one to the other without a pause.
 */
public interface GatewaySecrets {

    /** The longest that a secret may be good. */
    Duration LONGEST = Duration.ofDays(731);

    /**
     * Makes a secret.
     *
     * @param wish for whom
     * @param by login of the administrator
     * @return the secret, for the only time; empty when the agency is not served here, the system belongs to another agency or has
     *     eight secrets in force, or the wish breaks a rule
     */
    Optional<Issued> issue(Wish wish, String by);

    /**
     * Makes another secret for the same system; the one before ends after the overlap.
     *
     * @param overlap how long both are good, at most 30 days
     * @return the new secret, for the only time; empty when there is no such secret in force
     */
    Optional<Issued> rotate(UUID id, Duration overlap, String by);

    /** Withdraws a secret at once; false when there is none in force of that name. */
    boolean withdraw(UUID id, String by);

    /** All secrets, those in force first, newest first. */
    List<Facts> list();

    /** One of them. */
    Optional<Facts> find(UUID id);

    /**
     * For whom a secret is wished.
     *
     * @param agency whose system it is
     * @param systemId the system's own name, 1 to 64 characters {@code A-Za-z0-9._-}; as a rule the code of the agency
     * @param networks from where it may be used, as {@code 10.1.0.0/16 192.0.2.7}; empty for anywhere
     * @param life how long it is good
     */
    record Wish(AgencyCode agency, String systemId, String networks, Duration life) {}

    /**
     * A new secret.
     *
     * @param facts what may be shown of it again
     * @param secret shown once
     */
    record Issued(Facts facts, Secret secret) {}

    /**
     * What may be shown of a secret.
     *
     * @param id names it
     * @param systemId the system's name
     * @param agency for whom it speaks
     * @param networks from where it may be used; empty for anywhere
     * @param createdBy login of the administrator
     * @param createdAt when it was made
     * @param expiresAt until when it is good
     * @param withdrawnAt since when it is withdrawn; null when it is not
     * @param lastUsedAt about when it was used last; null when it never was
     * @param lastUsedFrom from which address; null when it never was
     */
    record Facts(
            UUID id,
            String systemId,
            AgencyCode agency,
            String networks,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom) {

        /** Returns whether it opens the door at that time. */
        public boolean isInForce(Instant time) {
            return withdrawnAt == null && expiresAt.isAfter(time);
        }
    }
}
