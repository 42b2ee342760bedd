package vn.lienthong.node.delivery.internal.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.ParcelSealing;
import vn.lienthong.node.documents.SealOrder;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Begins parcels: everything that is decided before the first file is read, whatever the regime. */
@InNodeRole
@Component
class ParcelBeginning {

    private static final Duration USUAL_LIFE = Duration.ofDays(7);

    private final DirectoryView directory;
    private final AgencyKeys agencyKeys;
    private final NodeKeys nodeKeys;
    private final TimeOrderedIds ids;
    private final SealedDispatch.Collaborators collaborators;

    ParcelBeginning(
            DirectoryView directory,
            AgencyKeys agencyKeys,
            NodeKeys nodeKeys,
            TimeOrderedIds ids,
            SealedDispatch.Collaborators collaborators) {
        this.directory = directory;
        this.agencyKeys = agencyKeys;
        this.nodeKeys = nodeKeys;
        this.ids = ids;
        this.collaborators = collaborators;
    }

    /** What an earlier order under the same key led to. */
    Optional<Submission> earlier(DispatchOrder order) {
        return collaborators
                .commit()
                .earlier(order)
                .map(earlier -> earlier.request().equals(order.request())
                        ? new Submission.Repeated(earlier.parcelId())
                        : new Submission.Rejected(ErrorCode.IDEMPOTENCY_CONFLICT));
    }

    Submission begin(DispatchOrder order, SendingRegime regime, Instant now) {
        Instant wished = order.expiresAt().orElse(now.plus(USUAL_LIFE));
        if (!wished.isAfter(now.plusMillis(1)) || wished.isAfter(now.plus(ParcelHeader.MAX_LIFE))) {
            return new Submission.Rejected(ErrorCode.FIELD_INVALID);
        }
        Times times = new Times(now, Timestamps.millis(wished));
        return directory
                .current()
                .agency(order.sender(), now)
                .map(AgencyEntry::agency)
                // Keys outlive a move to another node; receivers refuse what comes from the old one.
                .filter(agency -> directory.hostedHere().contains(agency.id()))
                .flatMap(agency -> agencyKeys.signing(agency.id()))
                .filter(regime::allows)
                .map(keys -> begin(order, regime, keys, times))
                .orElseGet(() -> new Submission.Rejected(ErrorCode.SENDER_NOT_SERVED));
    }

    /** When a parcel is made and when its delivery is given up. */
    private record Times(Instant now, Instant expiresAt) {}

    private Submission begin(DispatchOrder order, SendingRegime regime, DualSigningKey keys, Times times) {
        Recipients recipients =
                Recipients.check(directory, order.recipients(), regime.suiteId(), regime.level(), times.now());
        boolean nobody = recipients.certificates().isEmpty();
        if (nobody || (!recipients.failures().isEmpty() && !order.allowPartial())) {
            return new Submission.Undeliverable(recipients.failures());
        }
        boolean toOthers = recipients.nodes().values().stream().anyMatch(node -> !node.equals(nodeKeys.nodeId()));
        // A secret needs to know of approvals that were lowered, its own node's too.
        if ((toOthers || regime.isSecret()) && !directory.age().allowsSending()) {
            return new Submission.Rejected(ErrorCode.DIRECTORY_STALE);
        }
        if (recipients.certificates().size() > ParcelHeader.MAX_RECIPIENTS) {
            return new Submission.Rejected(ErrorCode.RECIPIENTS_TOO_MANY);
        }
        SealOrder sealOrder = new SealOrder(
                new ParcelId(ids.next()),
                regime.suite(),
                regime.protection(),
                order.sender(),
                keys,
                nodeKeys.nodeId(),
                nodeKeys.signingKey(),
                recipients.certificates(),
                order.metadata().urgency(),
                times.now(),
                times.expiresAt(),
                order.metadata());
        return open(order, recipients, sealOrder, regime.approvals());
    }

    private Submission open(
            DispatchOrder order, Recipients recipients, SealOrder sealOrder, Optional<Approvals> approvals) {
        try {
            ParcelSealing sealing = ParcelSealing.begin(sealOrder, collaborators.store(), 0);
            SealedDispatch dispatch =
                    new SealedDispatch(order, sealOrder.parcelId(), recipients, sealing, collaborators);
            if (approvals.isPresent()) {
                addApprovals(dispatch, sealing, approvals.get());
            }
            return new Submission.Open(dispatch);
        } catch (SealingException e) {
            return new Submission.Rejected(e.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addApprovals(SealedDispatch dispatch, ParcelSealing sealing, Approvals approvals)
            throws IOException {
        try {
            sealing.addApprovals(approvals.octets().toByteArray());
        } catch (IOException e) {
            dispatch.close();
            throw e;
        }
    }
}
