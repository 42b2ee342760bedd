package vn.lienthong.node.ceremony.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;

/**
 * What somebody asks for and somebody else confirms.
 *
 * @param id names it
 * @param kind what shall be done
 * @param agency whose keys
 * @param epoch which epoch; 0 when it is about a certificate
 * @param certificate which certificate; null when it is about an epoch
 * @param reason why
 * @param askedBy who asks
 * @param askedAt when
 * @param decidedBy who confirmed; null until then
 * @param outcome what came of it; null until it is carried out
 */
record KeyRequest(
        UUID id,
        Kind kind,
        AgencyId agency,
        long epoch,
        @Nullable Sha256 certificate,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable String outcome) {

    /** What shall be done. */
    enum Kind {
        /** An epoch of private keys is destroyed. */
        DESTROY,
        /** A certificate is revoked. */
        REVOKE
    }

    /** Whether somebody else has to confirm it still. */
    public boolean waits() {
        return decidedBy == null && outcome == null;
    }
}
