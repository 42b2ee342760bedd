package vn.lienthong.node.delivery.internal.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.documents.ParcelSealing;
import vn.lienthong.node.documents.SealedParcel;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/** Seals the files of one order as they come, then takes responsibility for the parcel. */
final class SealedDispatch implements OpenDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(SealedDispatch.class);

    private final DispatchOrder order;
    private final Recipients recipients;
    private final ParcelSealing sealing;
    private final Collaborators with;

    /**
     * Who helps.
     *
     * @param store keeps the payload
     * @param commit writes the rows
     * @param evidenceBook signs the acceptance
     * @param signal wakes the engine
     * @param crashPoints for tests
     */
    record Collaborators(
            PayloadStore store,
            SubmissionCommit commit,
            EvidenceBook evidenceBook,
            ShipmentSignal signal,
            CrashPoints crashPoints) {}

    SealedDispatch(DispatchOrder order, Recipients recipients, ParcelSealing sealing, Collaborators with) {
        this.order = order;
        this.recipients = recipients;
        this.sealing = sealing;
        this.with = with;
    }

    @Override
    public List<RecipientCheck> leftOut() {
        return recipients.failures();
    }

    @Override
    public void addFile(String name, String mediaType, InputStream content) throws IOException {
        sealing.addFile(name, mediaType, content);
    }

    @Override
    public ParcelId submit() throws IOException {
        SealedParcel parcel = sealing.finish();
        with.crashPoints().reach("delivery.submission-sealed");
        StoredEvidence accepted = with.evidenceBook()
                .sign(EvidenceDraft.positive(
                        EvidenceEvent.SUBMISSION_ACCEPTANCE,
                        new EvidenceSubject(
                                parcel.header().parcelId(), parcel.header().sender(), null),
                        parcel.evidenceDigests(),
                        ClaimLevel.S1_STORED,
                        null));
        if (!with.commit().commit(order, parcel, recipients.nodes(), accepted)) {
            // The same order won elsewhere: this copy of the payload belongs to nobody.
            boolean removed =
                    with.store().delete(new PayloadId(parcel.header().parcelId().value()));
            LOG.info("An order came twice; its second payload was removed: {}", removed);
            return with.commit()
                    .earlier(order)
                    .map(SubmissionCommit.Earlier::parcelId)
                    .orElseThrow(() -> new IllegalStateException("the winning order has gone"));
        }
        with.crashPoints().reach("delivery.submission-committed");
        with.signal().shipmentsWaiting();
        return parcel.header().parcelId();
    }

    @Override
    public void close() throws IOException {
        sealing.close();
    }
}
