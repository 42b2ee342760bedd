package vn.lienthong.node.delivery.internal.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.ParcelSealing;
import vn.lienthong.node.documents.SealOrder;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Dispatches of the agencies that this node serves. */
@InNodeRole
@Service
class NodeDispatches implements Dispatches {

    private static final Duration USUAL_LIFE = Duration.ofDays(7);
    private static final Suite SUITE =
            SuiteRegistry.standard().find(new SuiteId("LT-1")).orElseThrow();

    private final DirectoryView directory;
    private final AgencyKeys agencyKeys;
    private final NodeKeys nodeKeys;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final SealedDispatch.Collaborators collaborators;
    private final DispatchReading reading;

    NodeDispatches(
            DirectoryView directory,
            AgencyKeys agencyKeys,
            NodeKeys nodeKeys,
            TimeOrderedIds ids,
            InstantSource clock,
            SealedDispatch.Collaborators collaborators,
            DispatchReading reading) {
        this.directory = directory;
        this.agencyKeys = agencyKeys;
        this.nodeKeys = nodeKeys;
        this.ids = ids;
        this.clock = clock;
        this.collaborators = collaborators;
        this.reading = reading;
    }

    @Override
    public Submission begin(DispatchOrder order) {
        Optional<SubmissionCommit.Earlier> earlier = collaborators.commit().earlier(order);
        if (earlier.isPresent()) {
            return earlier.get().request().equals(order.request())
                    ? new Submission.Repeated(earlier.get().parcelId())
                    : new Submission.Rejected(ErrorCode.IDEMPOTENCY_CONFLICT);
        }
        if (order.metadata().secrecy().isStateSecret()) {
            return new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED);
        }
        Instant now = Timestamps.millis(clock.instant());
        Instant wished = order.expiresAt().orElse(now.plus(USUAL_LIFE));
        if (!wished.isAfter(now.plusMillis(1)) || wished.isAfter(now.plus(ParcelHeader.MAX_LIFE))) {
            return new Submission.Rejected(ErrorCode.FIELD_INVALID);
        }
        Instant expiresAt = Timestamps.millis(wished);
        return directory
                .current()
                .agency(order.sender(), now)
                .map(AgencyEntry::agency)
                // Keys outlive a move to another node; receivers refuse what comes from the old one.
                .filter(agency -> directory.hostedHere().contains(agency.id()))
                .flatMap(agency -> agencyKeys.signing(agency.id()))
                .map(keys -> begin(order, keys, now, expiresAt))
                .orElseGet(() -> new Submission.Rejected(ErrorCode.SENDER_NOT_SERVED));
    }

    private Submission begin(DispatchOrder order, DualSigningKey keys, Instant now, Instant expiresAt) {
        var suite = new vn.lienthong.core.value.SuiteId(SUITE.id().value());
        Recipients recipients = Recipients.check(directory, order.recipients(), suite, now);
        boolean nobody = recipients.certificates().isEmpty();
        if (nobody || (!recipients.failures().isEmpty() && !order.allowPartial())) {
            return new Submission.Undeliverable(recipients.failures());
        }
        boolean toOthers = recipients.nodes().values().stream().anyMatch(node -> !node.equals(nodeKeys.nodeId()));
        if (toOthers && !directory.age().allowsSending()) {
            return new Submission.Rejected(ErrorCode.DIRECTORY_STALE);
        }
        if (recipients.certificates().size() > ParcelHeader.MAX_RECIPIENTS) {
            return new Submission.Rejected(ErrorCode.RECIPIENTS_TOO_MANY);
        }
        SealOrder sealOrder = new SealOrder(
                new ParcelId(ids.next()),
                SUITE,
                Protection.ORDINARY,
                order.sender(),
                keys,
                nodeKeys.nodeId(),
                nodeKeys.signingKey(),
                recipients.certificates(),
                order.metadata().urgency(),
                now,
                expiresAt,
                order.metadata());
        return open(order, recipients, sealOrder);
    }

    private Submission open(DispatchOrder order, Recipients recipients, SealOrder sealOrder) {
        try {
            ParcelSealing sealing = ParcelSealing.begin(sealOrder, collaborators.store(), 0);
            return new Submission.Open(
                    new SealedDispatch(order, sealOrder.parcelId(), recipients, sealing, collaborators));
        } catch (SealingException e) {
            return new Submission.Rejected(e.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Dispatch> find(AgencyCode sender, ParcelId parcelId) {
        return reading.find(sender, parcelId);
    }

    @Override
    public Optional<Document> document(AgencyCode sender, ParcelId parcelId) {
        return reading.document(sender, parcelId);
    }

    @Override
    public Optional<Dispatch> await(AgencyCode sender, ParcelId parcelId, DeliveryStage stage, Instant deadline) {
        return reading.await(sender, parcelId, stage, deadline);
    }

    @Override
    public List<Dispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit) {
        return reading.list(sender, before, limit);
    }

    @Override
    public List<ParcelId> alike(AgencyCode sender, String number, String notation, LocalDate date) {
        return reading.alike(sender, number, notation, date);
    }
}
