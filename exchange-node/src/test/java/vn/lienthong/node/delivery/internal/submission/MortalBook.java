package vn.lienthong.node.delivery.internal.submission;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.StoredEvidence;

/**
 * A book that does something before it keeps evidence, which is the last step of a transaction.
 *
 * @param book the real one
 * @param before what it does
 */
record MortalBook(EvidenceBook book, Runnable before) implements EvidenceBook {

    @Override
    public StoredEvidence sign(EvidenceDraft draft) {
        return book.sign(draft);
    }

    @Override
    public EvidenceIntake check(SignedEvidence signed, NodeId from) {
        return book.check(signed, from);
    }

    @Override
    public void keep(List<StoredEvidence> evidence) {
        before.run();
        book.keep(evidence);
    }

    @Override
    public boolean holds(EvidenceId id) {
        return book.holds(id);
    }

    @Override
    public List<StoredEvidence> ofParcel(ParcelId parcelId) {
        return book.ofParcel(parcelId);
    }

    @Override
    public Optional<StoredEvidence> find(EvidenceId id) {
        return book.find(id);
    }

    @Override
    public Optional<PreviousEvidence> lastOwn(EvidenceSubject subject) {
        return book.lastOwn(subject);
    }
}
