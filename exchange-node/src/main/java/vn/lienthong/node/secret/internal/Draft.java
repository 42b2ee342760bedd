package vn.lienthong.node.secret.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;

/**
 * A draft as its row holds it, with its content opened.
 *
 * @param id its name
 * @param agency the sending agency
 * @param state where it stands
 * @param version grows with each change
 * @param level how secret
 * @param composer who composes it
 * @param releasedBy who released it; null before
 * @param changedAt when it changed last
 * @param releaseAt when it leaves; null when that is not decided
 * @param content what is written about it
 * @param statement digest of the statement in hexadecimal; empty before
 * @param generation of its shares
 * @param nodeShare the node's share; null when destroyed
 * @param givenShare the releaser's share, handed over; null otherwise
 * @param fault why it came back; empty when it did not
 * @param parcel once sent; null before
 */
record Draft(
        DraftId id,
        AgencyCode agency,
        DraftState state,
        long version,
        Secrecy level,
        LoginName composer,
        @Nullable LoginName releasedBy,
        Instant changedAt,
        @Nullable Instant releaseAt,
        DraftContent content,
        String statement,
        int generation,
        @Nullable Octets nodeShare,
        @Nullable Octets givenShare,
        String fault,
        @Nullable ParcelId parcel) {

    @Override
    public String toString() {
        return "Draft[" + id + " " + state + "]";
    }
}
