package vn.lienthong.node.secret.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.SecretDispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.SecretRecall;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.Submission;

/** A delivery that takes each order once under its key, and an inbox that opens with the key that arrived. */
final class FakeDelivery implements SecretDispatches, SecretInbox, SecretZone {

    /** What is written when something is settled. */
    Runnable onSettling = () -> {};

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final Map<Long, byte[]> envelopes = new ConcurrentHashMap<>();
    final Map<Long, byte[]> payloadKeys = new ConcurrentHashMap<>();
    final Set<ParcelId> forgotten = ConcurrentHashMap.newKeySet();
    private final Map<Sha256, ParcelId> known = new ConcurrentHashMap<>();
    volatile Secrecy zone = Secrecy.TOP_SECRET;
    volatile @Nullable ErrorCode refusal;

    record Sent(ParcelId parcel, DispatchOrder order, Approvals approvals, List<byte[]> files) {}

    @Override
    public Submission begin(DispatchOrder order, Approvals approvals) {
        ErrorCode refused = refusal;
        if (refused != null) {
            return new Submission.Rejected(refused);
        }
        ParcelId before = known.get(order.idempotencyKey());
        return before == null ? new Submission.Open(new Filling(order, approvals)) : new Submission.Repeated(before);
    }

    private final class Filling implements OpenDispatch {

        private final DispatchOrder order;
        private final Approvals approvals;
        private final List<byte[]> files = new ArrayList<>();

        Filling(DispatchOrder order, Approvals approvals) {
            this.order = order;
            this.approvals = approvals;
        }

        @Override
        public List<RecipientCheck> leftOut() {
            return List.of();
        }

        @Override
        public void addFile(String name, String mediaType, InputStream content) throws IOException {
            files.add(content.readAllBytes());
        }

        @Override
        public Completion submit() {
            ParcelId parcel = new ParcelId(new UUID(0x0193530a6e417000L + known.size(), 0x8000000000000001L));
            ParcelId before = known.putIfAbsent(order.idempotencyKey(), parcel);
            if (before != null) {
                return new Completion.Repeated(before);
            }
            sent.add(new Sent(parcel, order, approvals, List.copyOf(files)));
            return new Completion.Taken(parcel);
        }

        @Override
        public void close() {}
    }

    @Override
    public Optional<SecretDispatch> find(AgencyCode sender, ParcelId parcelId) {
        return Optional.empty();
    }

    @Override
    public List<SecretDispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit) {
        return List.of();
    }

    @Override
    public Optional<SecretRecall> recall(AgencyCode sender, ParcelId parcelId, Set<AgencyCode> recipients) {
        return Optional.of(new SecretRecall(new HashSet<>(recipients), Set.of(), Set.of(), Set.of()));
    }

    @Override
    public List<SecretEntry> list(Set<AgencyCode> agencies, long before, int limit) {
        return List.of();
    }

    @Override
    public Optional<SecretEntry> find(Set<AgencyCode> agencies, long entryId) {
        return Optional.empty();
    }

    @Override
    public Optional<SecretEntry> find(ParcelId parcel, AgencyCode recipient) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> payloadKey(Set<AgencyCode> agencies, long entryId) {
        return Optional.ofNullable(envelopes.get(entryId)).map(byte[]::clone);
    }

    @Override
    public boolean forgetEnvelope(ParcelId parcel, AgencyCode recipient) {
        return forgotten.add(parcel) || forgotten.contains(parcel);
    }

    @Override
    public SecretAccess open(Set<AgencyCode> agencies, long entryId, byte[] payloadKey) {
        payloadKeys.put(entryId, payloadKey.clone());
        return new SecretAccess.WrongKey();
    }

    @Override
    public Settlement acknowledge(AgencyCode agency, long entryId, Sha512 computed) {
        return new Settlement.Absent();
    }

    @Override
    public Settlement refuse(AgencyCode agency, long entryId, ClerkReason reason) {
        onSettling.run();
        return new Settlement.Absent();
    }

    @Override
    public Secrecy own() {
        return zone;
    }

    @Override
    public Optional<Secrecy> of(AgencyCode agency) {
        return agency.value().startsWith("H") ? Optional.of(Secrecy.TOP_SECRET) : Optional.of(Secrecy.ORDINARY);
    }

    @Override
    public Optional<String> whyOff() {
        return Optional.empty();
    }
}
