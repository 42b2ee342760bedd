package vn.lienthong.node.keys;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.RecipientKey;

/** The private keys of the agencies that this node serves. All are in memory: a call costs a look-up. */
public interface AgencyKeys {

    /**
     * The keys with which a package of the agency is signed now; empty when the agency is not served here or has no keys yet.
     *
     * <p>A new pair takes over shortly after its publication, so that receivers know it before they see its first signature.
     */
    Optional<DualSigningKey> signing(AgencyId agency);

    /** The keys that open envelopes to the agency, newest first: all that are still kept, also of earlier epochs. */
    List<RecipientKey> recipientKeys(AgencyId agency, SuiteId suite);
}
