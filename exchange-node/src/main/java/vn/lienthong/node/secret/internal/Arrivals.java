package vn.lienthong.node.secret.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.ReleaseProofs;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.delivery.SecretArrivalListener;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.SecretSettlementListener;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;

/** Takes in what arrives: its key is split in the very transaction in which this node takes responsibility for it. */
@InNodeRole
@Component
class Arrivals implements SecretArrivalListener, SecretSettlementListener, ReleaseProofs {

    private static final int BATCH = 50;

    private final ArrivedRows rows;
    private final ArrivedShares shares;
    private final PolicyRows policies;
    private final SecretEvents events;
    private final SecretNews news;
    private final ObjectProvider<SecretInbox> inbox;
    private final Basics basics;

    Arrivals(
            ArrivedRows rows,
            ArrivedShares shares,
            PolicyRows policies,
            SecretEvents events,
            SecretNews news,
            ObjectProvider<SecretInbox> inbox,
            Basics basics) {
        this.rows = rows;
        this.shares = shares;
        this.policies = policies;
        this.events = events;
        this.news = news;
        this.inbox = inbox;
        this.basics = basics;
    }

    @Override
    public Optional<String> objection(ParcelHeader header, Document document, Octets approvals) {
        return ReleaseCheck.objection(header, document, approvals);
    }

    @Override
    public void arrived(List<SecretArrival> arrivals) {
        arrivals.forEach(this::arrived);
    }

    private void arrived(SecretArrival arrival) {
        SecretId id = new SecretId(basics.ids().next());
        boolean two = arrival.level() == Secrecy.TOP_SECRET
                && policies.of(arrival.arrival().recipient()).twoToOpen();
        rows.insert(id, arrival, two, protection(arrival));
        Arrived arrived = rows.find(id).orElseThrow();
        events.own(
                EventKind.SECRET_ARRIVE, id.value(), arrival.level(), arrived.agency(), "parcel " + arrived.parcelId());
        byte[] key = arrival.payloadKey();
        try {
            split(arrived, key);
        } finally {
            DraftFiles.wipe(key);
        }
    }

    private ArrivedRows.Protection protection(SecretArrival arrival) {
        LocalDate day = LocalDate.ofInstant(arrival.arrival().at(), Statements.HANOI);
        return statement(arrival.approvals())
                .map(statement -> new ArrivedRows.Protection(statement.protectedUntil(), statement.declassifyOn()))
                .orElseGet(() -> new ArrivedRows.Protection(Statements.protectedUntil(arrival.level(), day), null));
    }

    private static Optional<ReleaseStatement> statement(Octets approvals) {
        return WireFormats.SIGNED_RELEASE.decode(approvals.toByteArray())
                                instanceof Decoded.Value<SignedRelease>(SignedRelease release)
                        && WireFormats.RELEASE_STATEMENT.decode(
                                        release.statement().toByteArray())
                                instanceof Decoded.Value<ReleaseStatement>(ReleaseStatement statement)
                ? Optional.of(statement)
                : Optional.empty();
    }

    /** Splits the key and lets the envelope be forgotten, in the caller's transaction; nobody there yet: everything stays as it is. */
    private boolean split(Arrived arrived, byte[] key) {
        Set<LoginName> given = shares.split(arrived, key);
        if (given.isEmpty()) {
            return false;
        }
        if (!inbox.getObject().forgetEnvelope(arrived.parcelId(), arrived.agency())) {
            throw new IllegalStateException("a document that arrived has no entry of the inbox");
        }
        events.own(
                EventKind.SECRET_SPLIT,
                arrived.id().value(),
                arrived.level(),
                arrived.agency(),
                "readers " + given.size());
        news.tell(arrived.agency(), given);
        return true;
    }

    /** Splits what waits, as far as somebody has keys now. */
    void splitWaiting() {
        for (Arrived arrived : rows.waiting(BATCH)) {
            Optional<byte[]> key = inbox.getObject().payloadKey(Set.of(arrived.agency()), arrived.entryId());
            if (key.isPresent()) {
                try {
                    Boolean _ = basics.transactions().execute(_ -> split(arrived, key.get()));
                } finally {
                    DraftFiles.wipe(key.get());
                }
            }
        }
    }

    @EventListener
    void usable(StoredPersonalKeys.Usable event) {
        splitWaiting();
    }

    @Override
    public void settled(SettledEntry entry) {
        rows.settled(entry.entryId(), state(entry.state()));
    }

    private static SecretLine.State state(InboxEntry.State state) {
        return switch (state) {
            case ARRIVED -> SecretLine.State.ARRIVED;
            case HANDED_OVER -> SecretLine.State.HANDED_OVER;
            case REFUSED -> SecretLine.State.REFUSED;
            case WITHDRAWN -> SecretLine.State.WITHDRAWN;
        };
    }
}
