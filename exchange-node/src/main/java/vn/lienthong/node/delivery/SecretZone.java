package vn.lienthong.node.delivery;

import java.util.Optional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/**
 * How secret a document may be that this node, or the node of another agency, handles.
 *
 * <p>A level counts here only when the directory approves this node for it and the node's master key does not lie in its own data
 * directory.
 */
public interface SecretZone {

    /** The directory does not approve this node for any state secret. */
    String NOT_APPROVED = "not-approved";

    /** The directory approves this node, but its master key lies beside what it protects. */
    String MASTER_KEY_INSIDE = "master-key-inside";

    /** The highest level that this node may handle now; ordinary when it may handle no secrets. */
    Secrecy own();

    /** The highest level for which the node of an agency is approved; empty when the directory does not know the agency. */
    Optional<Secrecy> of(AgencyCode agency);

    /** Why this node handles no secrets: {@link #NOT_APPROVED} or {@link #MASTER_KEY_INSIDE}; empty when it handles some. */
    Optional<String> whyOff();
}
