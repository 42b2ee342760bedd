package vn.lienthong.node.delivery.internal.inbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.SecretAccess;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.internal.evidencing.SecretWithdrawal;
import vn.lienthong.node.platform.InNodeRole;

/** The secrets in the inbox of this node's agencies. */
@Component
@InNodeRole
class NodeSecretInbox implements SecretInbox, SecretWithdrawal {

    private static final int MAX_PAGE = 200;

    private final SecretEntries entries;
    private final InboxRows rows;
    private final AgencyCodes codes;
    private final PackageReading reading;
    private final Settling settling;
    private final Envelopes envelopes;

    NodeSecretInbox(
            SecretEntries entries,
            InboxRows rows,
            AgencyCodes codes,
            PackageReading reading,
            Settling settling,
            Envelopes envelopes) {
        this.entries = entries;
        this.rows = rows;
        this.codes = codes;
        this.reading = reading;
        this.settling = settling;
        this.envelopes = envelopes;
    }

    @Override
    public List<SecretEntry> list(Set<AgencyCode> agencies, long before, int limit) {
        return entries.page(codes.all(agencies), before, Math.clamp(limit, 1, MAX_PAGE));
    }

    @Override
    public Optional<SecretEntry> find(Set<AgencyCode> agencies, long entryId) {
        return entries.find(codes.all(agencies), entryId);
    }

    @Override
    public Optional<SecretEntry> find(ParcelId parcel, AgencyCode recipient) {
        return entries.find(parcel, recipient);
    }

    @Override
    public Optional<byte[]> payloadKey(Set<AgencyCode> agencies, long entryId) {
        return full(agencies, entryId).flatMap(reading::payloadKey).map(PayloadKey::expose);
    }

    private Optional<InboxRows.Full> full(Set<AgencyCode> agencies, long entryId) {
        return rows.full(InboxRows.Kind.SECRET, codes.all(agencies), entryId);
    }

    @Override
    public boolean forgetEnvelope(ParcelId parcel, AgencyCode recipient) {
        return envelopes.forget(parcel, recipient);
    }

    @Override
    public SecretAccess open(Set<AgencyCode> agencies, long entryId, byte[] payloadKey) throws IOException {
        Optional<InboxRows.Full> full = full(agencies, entryId);
        return full.isPresent() ? reading.open(full.get(), PayloadKey.of(payloadKey)) : new SecretAccess.Absent();
    }

    @Override
    public Settlement acknowledge(AgencyCode agency, long entryId, Sha512 computed) {
        Optional<InboxRows.Full> full = full(Set.of(agency), entryId);
        if (full.isPresent() && !full.get().parcel().inside().sha512().equals(computed)) {
            return new Settlement.OtherDigest();
        }
        return settle(agency, entryId, Settling.Wish.handover());
    }

    @Override
    public Settlement refuse(AgencyCode agency, long entryId, ClerkReason reason) {
        EvidenceReason stated = new EvidenceReason(ErrorCode.REFUSED_BY_CLERK, reason.name());
        return settle(agency, entryId, Settling.Wish.refusal(stated));
    }

    @Override
    public boolean withdraw(ParcelId parcel, AgencyCode recipient) {
        return settling.withdraw(InboxRows.Kind.SECRET, parcel, recipient);
    }

    private Settlement settle(AgencyCode agency, long entryId, Settling.Wish wish) {
        return settling.settle(codes.all(Set.of(agency)), entryId, Settling.Right.ofSecretArea(), wish);
    }
}
