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
import vn.lienthong.node.delivery.Completion;
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
    private final ParcelId parcelId;

    /** As long as no row can name the payload, it is removed when the dispatch is closed. */
    private boolean payloadUnclaimed = true;

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

    SealedDispatch(
            DispatchOrder order, ParcelId parcelId, Recipients recipients, ParcelSealing sealing, Collaborators with) {
        this.order = order;
        this.parcelId = parcelId;
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
    public Completion submit() throws IOException {
        SealedParcel parcel = sealing.finish();
        with.crashPoints().reach("delivery.submission-sealed");
        if (!with.commit().commit(order, parcel, recipients.nodes(), acceptance(parcel), this::claimPayload)) {
            return with.commit().earlier(order).map(this::afterLostRace).orElseThrow();
        }
        with.crashPoints().reach("delivery.submission-committed");
        with.signal().shipmentsWaiting();
        return new Completion.Taken(parcelId);
    }

    private StoredEvidence acceptance(SealedParcel parcel) {
        return with.evidenceBook()
                .sign(EvidenceDraft.positive(
                        EvidenceEvent.SUBMISSION_ACCEPTANCE,
                        new EvidenceSubject(parcelId, order.sender(), null),
                        parcel.evidenceDigests(),
                        ClaimLevel.S1_STORED,
                        null));
    }

    /** From here on the commit may have happened even when it fails: what is not needed is left to the sweep. */
    private void claimPayload() {
        payloadUnclaimed = false;
    }

    private Completion afterLostRace(SubmissionCommit.Earlier earlier) {
        return earlier.request().equals(order.request())
                ? new Completion.Repeated(earlier.parcelId())
                : new Completion.KeyTaken();
    }

    @Override
    public void close() throws IOException {
        if (payloadUnclaimed) {
            payloadUnclaimed = false;
            sealing.close();
            if (with.store().delete(new PayloadId(parcelId.value()))) {
                LOG.info("the payload of dispatch {} was removed, nobody took responsibility for it", parcelId);
            }
        }
    }
}
