package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** One parcel for one agency of this node. Written by plain SQL in groups, read and changed here. */
@Entity
@Table(name = "inbox_entry")
public class InboxEntryRow {

    /** Waits to be taken. */
    public static final int ARRIVED = 0;

    /** Was taken, with the right digest. */
    public static final int HANDED_OVER = 1;

    /** Was refused by the recipient's people. */
    public static final int REFUSED = 2;

    /** Was taken back by its sender, before it was taken. */
    public static final int WITHDRAWN = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "entry_id")
    private long entryId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "recipient_code")
    private String recipientCode = "";

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "state")
    private int state;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "lease_id")
    private @Nullable UUID leaseId;

    @Convert(converter = UtcMillis.class)
    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "secrecy", updatable = false)
    private int secrecy;

    @Convert(converter = UtcMillis.class)
    @Column(name = "state_since")
    private Instant stateSince = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "evidence_id")
    private @Nullable UUID evidenceId;

    /** For the persistence provider. */
    protected InboxEntryRow() {}

    /** Returns which entry it is. */
    public long entryId() {
        return entryId;
    }

    /** Returns the parcel. */
    public ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    /** Returns whose it is. */
    public AgencyCode recipient() {
        return new AgencyCode(recipientCode);
    }

    /** Returns where it stands. */
    public int state() {
        return state;
    }

    /** Returns whether it is a state secret. */
    public boolean isSecret() {
        return secrecy > 0;
    }

    /** Returns whether the lease is, or last was, this one. */
    public boolean isLeasedBy(UUID lease) {
        return lease.equals(leaseId);
    }

    /** Returns whether a lease runs at that instant. */
    public boolean isLeasedAt(Instant now) {
        return leaseUntil != null && now.isBefore(leaseUntil);
    }

    /** Returns the evidence of the hand-over or refusal. */
    public Optional<EvidenceId> evidence() {
        return Optional.ofNullable(evidenceId).map(EvidenceId::new);
    }

    /** Settles the entry for good; the lease stays, so that the same call can be recognised. */
    public void settle(int outcome, EvidenceId evidence, Instant now) {
        state = outcome;
        stateSince = now;
        evidenceId = evidence.value();
    }
}
