package vn.lienthong.node.outgoing.internal.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.outgoing.internal.signing.AgencySigning;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Hands issued documents over to the delivery when their moment has come.
 *
 * <p>Guarantees: a document leaves once: the delivery knows it by its number here, so that a crash between hand-over and note does
 * not send it twice; several replicas share the work by claims that end by themselves.
 */
@InNodeRole
@Component
class Release {

    private static final Logger LOG = LoggerFactory.getLogger(Release.class);
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int BATCH = 8;

    /** What may pass by itself; all other refusals wait for a person. */
    private static final Set<ErrorCode> PASSING =
            Set.of(ErrorCode.STORAGE_FULL, ErrorCode.DIRECTORY_STALE, ErrorCode.KEY_AWAY);

    private final OutgoingRows rows;
    private final Parts parts;
    private final AgencySigning signing;
    private final Dispatches dispatches;
    private final ReleaseNotes notes;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Release(
            OutgoingRows rows,
            Parts parts,
            AgencySigning signing,
            Dispatches dispatches,
            ReleaseNotes notes,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rows = rows;
        this.parts = parts;
        this.signing = signing;
        this.dispatches = dispatches;
        this.notes = notes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends what is due; returns whether there may be more. */
    boolean run() {
        Instant now = clock.instant();
        List<OutgoingId> due = claim(now);
        due.forEach(this::send);
        return due.size() == BATCH;
    }

    private List<OutgoingId> claim(Instant now) {
        List<OutgoingId> due = transactions.execute(_ -> rows.claimDue(now, now.plus(CLAIM), BATCH));
        return due == null ? List.of() : due;
    }

    private void send(OutgoingId id) {
        rows.find(id)
                .filter(document -> document.state() == OutgoingState.NUMBERED)
                .ifPresent(this::send);
    }

    private void send(Outgoing document) {
        try {
            signing.markAnnexes(document);
            dispatch(document);
        } catch (SealingException e) {
            fail(document, e.code());
        } catch (KeyAwayException e) {
            fail(document, ErrorCode.KEY_AWAY);
        } catch (IOException e) {
            // The claim ends by itself; then it is tried again.
            LOG.warn("outgoing document {} could not be handed over yet", document.id(), e);
        }
    }

    private void dispatch(Outgoing document) throws IOException {
        List<Recipient> lines = parts.recipients().of(document.id());
        List<DraftFile> all = parts.files().of(document.id());
        switch (dispatches.begin(order(document, lines, all))) {
            case Submission.Open(OpenDispatch open) -> fill(document, open, all);
            case Submission.Repeated(ParcelId parcel) -> notes.sent(document, parcel);
            case Submission.Undeliverable(var failures) ->
                fail(document, failures.getFirst().error().orElse(ErrorCode.RECIPIENT_UNKNOWN));
            case Submission.Rejected(ErrorCode code) -> fail(document, code);
        }
    }

    private DispatchOrder order(Outgoing document, List<Recipient> lines, List<DraftFile> all) {
        byte[] name = ("lienthong/outgoing/1\0" + document.id()).getBytes(StandardCharsets.US_ASCII);
        return new DispatchOrder(
                document.agency(),
                RecipientLines.codes(lines),
                false,
                Optional.empty(),
                new Metadata(document, clock.instant()).of(parts.names().nameOf(document), lines, all),
                Sha256.of(name),
                Sha256.of(name),
                "outgoing:" + document.id());
    }

    private void fill(Outgoing document, OpenDispatch open, List<DraftFile> all) throws IOException {
        try (open) {
            for (DraftFile file : all) {
                try (InputStream content = parts.files().open(file)) {
                    open.addFile(file.name(), file.type().mediaType(), content);
                }
            }
            switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> notes.sent(document, parcel);
                case Completion.Repeated(ParcelId parcel) -> notes.sent(document, parcel);
                case Completion.KeyTaken() -> fail(document, ErrorCode.IDEMPOTENCY_CONFLICT);
            }
        }
    }

    private void fail(Outgoing document, ErrorCode code) {
        if (PASSING.contains(code)) {
            LOG.warn("outgoing document {} waits: {}", document.id(), code.code());
            return;
        }
        notes.failed(document, code);
    }
}
