package vn.lienthong.node.secret.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.identity.LoginName;

/**
 * The keys of a person as the table holds them.
 *
 * @param login whose
 * @param generation grows with each new set
 * @param madeAt when
 * @param certificates for sealing, classical and post-quantum signature
 * @param sealed private halves; null when revoked
 * @param wrongPins tries since the last right one
 * @param lockedUntil end of a lock-out; null without
 * @param lost how many shares were lost with earlier sets
 */
record PersonRow(
        LoginName login,
        int generation,
        Instant madeAt,
        List<X509Certificate> certificates,
        @Nullable Octets sealed,
        int wrongPins,
        @Nullable Instant lockedUntil,
        int lost) {

    X509Certificate kem() {
        return certificates.getFirst();
    }

    boolean lockedOut(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
