package vn.lienthong.node.secret.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.approval.ReleaseVerdict;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;

/**
 * Sends what two persons have released, when its cooling-off is over.
 *
 * <p>Guarantees: before anything is sealed, both signatures, both clearances and every file are checked once more; a document leaves
 * once, as the delivery knows it by its draft, whatever is killed when; what may not leave goes back to its composer.
 */
@InNodeRole
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int BATCH = 4;

    /** What may pass by itself; all other refusals wait for a person. */
    private static final Set<ErrorCode> PASSING = Set.of(ErrorCode.STORAGE_FULL, ErrorCode.DIRECTORY_STALE);

    private final DraftParts parts;
    private final DraftDeeds deeds;
    private final Scope scope;
    private final SecretEvents events;
    private final ObjectProvider<SecretDispatches> dispatches;
    private final CrashPoints crashPoints;
    private final Basics basics;

    Sending(
            DraftParts parts,
            DraftDeeds deeds,
            Scope scope,
            SecretEvents events,
            ObjectProvider<SecretDispatches> dispatches,
            CrashPoints crashPoints,
            Basics basics) {
        this.parts = parts;
        this.deeds = deeds;
        this.scope = scope;
        this.events = events;
        this.dispatches = dispatches;
        this.crashPoints = crashPoints;
        this.basics = basics;
    }

    /** Sends what is due; returns whether there may be more. */
    boolean run() {
        Instant now = basics.now();
        List<DraftId> due = basics.transactions().execute(_ -> parts.rows().claimDue(now, now.plus(CLAIM), BATCH));
        List<DraftId> claimed = due == null ? List.of() : due;
        Rounds.each(claimed, this::send);
        return claimed.size() == BATCH;
    }

    private void send(DraftId id) {
        crashPoints.reach("secret.claimed");
        parts.rows()
                .find(id)
                .filter(draft -> draft.state() == DraftState.SENDING)
                .ifPresent(this::send);
    }

    private void send(Draft draft) {
        byte[] key = parts.shares().openGiven(draft);
        try {
            dispatch(draft, key);
        } catch (HinderedException hindered) {
            hindered(draft, key, hindered.why());
        } catch (SealingException sealing) {
            refused(draft, key, sealing.code());
        } catch (IOException e) {
            // The claim ends by itself; then it is tried again.
            LOG.warn("secret draft {} could not be handed over yet", draft.id(), e);
        } finally {
            DraftFiles.wipe(key);
        }
    }

    private void dispatch(Draft draft, byte[] key) throws IOException {
        KeptRelease release = Statements.decode(
                parts.rows().release(draft.id()).orElseThrow(() -> new HinderedException(Hindrance.SIGNATURE_INVALID)));
        ReleaseStatement statement = requireReleased(draft, release);
        DispatchOrder order = order(draft, release, statement);
        switch (dispatches.getObject().begin(order, approvals(release))) {
            case Submission.Open(OpenDispatch open) -> fill(draft, key, statement, open);
            case Submission.Repeated(ParcelId parcel) -> sent(draft, parcel);
            case Submission.Undeliverable(var failures) ->
                throw new HinderedException(
                        Hindrance.RECIPIENT_UNFIT,
                        failures.getFirst().error().map(ErrorCode::code).orElse(""));
            case Submission.Rejected(ErrorCode code) -> refused(draft, key, code);
        }
    }

    private static Approvals approvals(KeptRelease release) {
        KeptRelease.Signed second = release.releaser();
        if (second == null) {
            throw new HinderedException(Hindrance.SIGNATURE_INVALID);
        }
        return new Approvals(Octets.of(WireFormats.SIGNED_RELEASE.encode(release.signed(second))));
    }

    /** Both persons signed this very draft, and both may still do so. */
    private ReleaseStatement requireReleased(Draft draft, KeptRelease release) {
        KeptRelease.Signed second = release.releaser();
        LoginName releaser = draft.releasedBy();
        if (second == null
                || releaser == null
                || !(ReleaseCheck.check(release.signed(second)) instanceof ReleaseVerdict.Holds holds)) {
            throw new HinderedException(Hindrance.SIGNATURE_INVALID);
        }
        ReleaseStatement statement = holds.statement();
        boolean fits = statement.draft().equals(draft.id().value())
                && statement.sender().equals(draft.agency())
                && second.account().equals(releaser.value())
                && statement.composer().account().equals(draft.composer().value())
                && Sha512.of(release.statementOctets().toByteArray()).hex().equals(draft.statement());
        if (!fits || !parts.files().match(draft, statement)) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
        if (!scope.releases(releaser, draft.agency(), statement.level())
                || !scope.cleared(draft.composer(), draft.agency()).covers(statement.level())) {
            throw new HinderedException(Hindrance.RELEASER_UNFIT);
        }
        return statement;
    }

    private DispatchOrder order(Draft draft, KeptRelease release, ReleaseStatement statement) {
        if (!(WireFormats.DOCUMENT.decode(release.documentOctets().toByteArray())
                instanceof Decoded.Value<Document>(Document document))) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
        DocumentMetadata metadata = document.metadata();
        if (!statement.metadata().equals(ReleaseCheck.digestOf(metadata))) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
        Sha256 name = Sha256.of(
                ("lienthong/secret/1\0" + draft.id() + "\0" + draft.statement()).getBytes(StandardCharsets.US_ASCII));
        return new DispatchOrder(
                draft.agency(),
                statement.recipients(),
                false,
                Optional.empty(),
                metadata,
                name,
                name,
                "secret:" + draft.id());
    }

    private void fill(Draft draft, byte[] key, ReleaseStatement statement, OpenDispatch open) throws IOException {
        try (open) {
            List<StoredFile> stored = parts.fileRows().of(draft.id());
            for (int i = 0; i < stored.size(); i++) {
                add(stored.get(i), statement.files().get(i), key, open);
            }
            crashPoints.reach("secret.filled");
            switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> {
                    crashPoints.reach("secret.submitted");
                    sent(draft, parcel);
                }
                case Completion.Repeated(ParcelId parcel) -> sent(draft, parcel);
                case Completion.KeyTaken() -> refused(draft, key, ErrorCode.IDEMPOTENCY_CONFLICT);
            }
        }
    }

    private void add(StoredFile stored, ReleasedFile released, byte[] key, OpenDispatch open) throws IOException {
        MessageDigest digest = Sha512.digest();
        try (InputStream plain = new DigestInputStream(parts.files().open(stored, key), digest)) {
            open.addFile(stored.file().name(), stored.file().mediaType(), plain);
            long _ = plain.transferTo(OutputStream.nullOutputStream());
        } catch (vn.lienthong.crypto.payload.PayloadException swapped) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
        if (!released.sha512().equals(Sha512.fromBytes(digest.digest()))) {
            throw new HinderedException(Hindrance.CONTENT_CHANGED);
        }
    }

    private void sent(Draft draft, ParcelId parcel) {
        basics.transactions().executeWithoutResult(_ -> {
            parts.rows().move(draft, DraftState.SENT, basics.now());
            parts.rows().sent(draft.id(), parcel);
            parts.rows().destroyShares(draft.id());
            events.own(EventKind.SECRET_SEND, draft.id().value(), draft.level(), draft.agency(), parcel.toString());
        });
        crashPoints.reach("secret.sent");
        parts.fileRows().of(draft.id()).forEach(stored -> parts.files().remove(stored.payload()));
    }

    private void hindered(Draft draft, byte[] key, Hindrance why) {
        if (why == Hindrance.CHANGED_MEANWHILE) {
            // The claim was over before the work was: another process has sent it, or sends it.
            LOG.warn("secret draft {} is somebody else's by now", draft.id());
            return;
        }
        back(draft, key, why.slug());
    }

    private void refused(Draft draft, byte[] key, ErrorCode code) {
        if (PASSING.contains(code)) {
            LOG.warn("secret draft {} waits: {}", draft.id(), code.code());
            return;
        }
        back(draft, key, code.code());
    }

    private void back(Draft draft, byte[] key, String fault) {
        deeds.reopen(draft, key, EventKind.SECRET_FAIL, fault, "");
        LoginName releaser = draft.releasedBy();
        if (releaser != null) {
            basics.transactions().executeWithoutResult(_ -> deeds.tell(draft, Set.of(releaser)));
        }
    }
}
