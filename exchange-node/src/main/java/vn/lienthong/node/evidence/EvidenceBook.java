package vn.lienthong.node.evidence;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;

/**
 * The one place where evidence is made, checked and kept.
 *
 * <p>Signing and verifying need no database and are done before the transaction; {@link #keep} belongs into the very transaction
 * of the state change that the evidence describes, so that there is never one without the other.
 */
public interface EvidenceBook {

    /** Signs a statement with this node's key. Nothing is kept yet: a statement that is never kept has never been made. */
    StoredEvidence sign(EvidenceDraft draft);

    /** Checks hostile octets: form, issuer, signature. The issuer must be the node that sent them. */
    EvidenceIntake check(SignedEvidence signed, NodeId from);

    /**
     * Keeps evidence, made here or found genuine, in the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void keep(List<StoredEvidence> evidence);

    /** Returns whether the evidence is kept already. */
    boolean holds(EvidenceId id);

    /** Everything kept about a parcel, in the order of event time. */
    List<StoredEvidence> ofParcel(ParcelId parcelId);

    /** One evidence by its identity. */
    Optional<StoredEvidence> find(EvidenceId id);

    /** The link to this node's own last evidence about the subject; evidence about the whole parcel counts for every recipient. */
    Optional<PreviousEvidence> lastOwn(EvidenceSubject subject);
}
