package vn.lienthong.node.secret;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;

/**
 * A draft as its composer and its releasers see it.
 *
 * @param id its name
 * @param version to be given back with changes
 * @param state where it stands
 * @param agency the sending agency
 * @param composer who writes it
 * @param releasers who were asked to release it
 * @param releasedBy who released it; null before
 * @param fields what is written about it
 * @param recipients codes of the recipients, in the order in which they were named
 * @param files its files
 * @param changedAt when it changed last
 * @param releaseAt when it leaves; null when that is not decided
 * @param statement digest of the release statement in hexadecimal, which both sign; empty before it was submitted
 * @param fault why it came back, as {@link Hindrance} or an error code; empty when it did not
 * @param note words of the releaser who refused; empty without
 * @param parcel its parcel once it was sent; null before
 */
public record DraftView(
        DraftId id,
        long version,
        DraftState state,
        AgencyCode agency,
        LoginName composer,
        List<LoginName> releasers,
        @Nullable LoginName releasedBy,
        SecretFields fields,
        List<AgencyCode> recipients,
        List<SecretFile> files,
        Instant changedAt,
        @Nullable Instant releaseAt,
        String statement,
        String fault,
        String note,
        @Nullable ParcelId parcel) {

    /** Copies the lists. */
    public DraftView {
        releasers = List.copyOf(releasers);
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "DraftView[" + id + " " + state + "]";
    }
}
