package vn.lienthong.node.delivery.internal.inbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.internal.rows.DocumentRow;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.InboxEntryRow;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.platform.InNodeRole;

/** The entries in the database: lists read only the columns that are shown, and page by key. */
@Component
@InNodeRole
class InboxRows {

    private static final String SELECT = """
        select e.entryId as entry, e.recipientCode as recipient, e.state as state, e.leaseUntil as leased,
               p.parcelId as parcel, p.senderCode as sender, p.receivedAt as receivedAt, p.urgency as urgency,
               p.packageSize as size, d.codeNumber as number, d.codeNotation as notation, d.typeName as type,
               d.subject as subject, d.fileCount as files
          from InboxEntryRow e join InboundParcelRow p on p.parcelId = e.parcelId
               join DocumentRow d on d.parcelId = e.parcelId
        """;
    private static final String COLUMNS = SELECT + "where e.secrecy = 0 and e.recipientCode in :codes ";

    private final EntityManager entities;
    private final ShortTransactions transactions;
    private final AgencyCodes codes;
    private final InstantSource clock;

    InboxRows(EntityManager entities, ShortTransactions transactions, AgencyCodes codes, InstantSource clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.codes = codes;
        this.clock = clock;
    }

    /** Which entries somebody may reach: never both kinds. */
    enum Kind {
        /** Documents without a mark. */
        ORDINARY("e.secrecy = 0"),
        /** State secrets. */
        SECRET("e.secrecy > 0");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** An entry with its parcel. */
    record Full(InboxEntryRow entry, InboundParcelRow parcel) {}

    List<InboxEntry> waiting(Collection<String> recipients, long after, int limit) {
        return entries(COLUMNS + "and e.state = 0 and e.entryId > :bound order by e.entryId", recipients, after, limit);
    }

    List<InboxEntry> all(Collection<String> recipients, long before, int limit) {
        return entries(COLUMNS + "and e.entryId < :bound order by e.entryId desc", recipients, before, limit);
    }

    Optional<InboxEntry> find(Collection<String> recipients, long entryId) {
        return entries(COLUMNS + "and e.entryId = :bound", recipients, entryId, 1).stream()
                .findFirst();
    }

    private List<InboxEntry> entries(String query, Collection<String> recipients, long bound, int limit) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        List<Tuple> rows = transactions.call(() -> entities.createQuery(query, Tuple.class)
                .setParameter("codes", recipients)
                .setParameter("bound", bound)
                .setMaxResults(limit)
                .getResultList());
        return rows.stream().map(this::entry).toList();
    }

    /** Some entries, of whomever. */
    List<InboxEntry> byId(Collection<Long> ids) {
        return transactions
                .call(() -> entities.createQuery(SELECT + "where e.secrecy = 0 and e.entryId in :ids", Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .stream()
                .map(this::entry)
                .toList();
    }

    private InboxEntry entry(Tuple row) {
        AgencyCode sender = new AgencyCode(row.get("sender", String.class));
        Instant receivedAt = row.get("receivedAt", Instant.class);
        return new InboxEntry(
                row.get("entry", Long.class),
                new ParcelId(row.get("parcel", UUID.class)),
                new AgencyCode(row.get("recipient", String.class)),
                sender,
                codes.name(sender, receivedAt),
                receivedAt,
                row.get("urgency", Integer.class),
                state(row.get("state", Integer.class)),
                Optional.ofNullable(row.get("leased", Instant.class))
                        .filter(clock.instant()::isBefore)
                        .orElse(null),
                new Dispatch.Summary(
                        text(row, "number"),
                        text(row, "notation"),
                        text(row, "type"),
                        text(row, "subject"),
                        row.get("files", Integer.class)),
                row.get("size", Long.class));
    }

    static InboxEntry.State state(int column) {
        return switch (column) {
            case InboxEntryRow.HANDED_OVER -> InboxEntry.State.HANDED_OVER;
            case InboxEntryRow.REFUSED -> InboxEntry.State.REFUSED;
            case InboxEntryRow.WITHDRAWN -> InboxEntry.State.WITHDRAWN;
            default -> InboxEntry.State.ARRIVED;
        };
    }

    private static String text(Tuple row, String alias) {
        return Objects.requireNonNullElse(row.get(alias, String.class), "");
    }

    /** One statement, so that of several who ask at once exactly one gets the lease. */
    boolean lease(Collection<String> recipients, long entryId, UUID lease, Instant now, Duration length) {
        return transactions.call(() -> entities.createNativeQuery("""
            update inbox_entry set lease_id = :lease, lease_until = :until
             where entry_id = :entry and recipient_code in (:codes) and state = 0 and secrecy = 0
               and (lease_until is null or lease_until <= :now or lease_id = :lease)\
            """)
                        .setParameter("lease", octets(lease))
                        .setParameter("until", UtcMillis.column(now.plus(length)))
                        .setParameter("now", UtcMillis.column(now))
                        .setParameter("entry", entryId)
                        .setParameter("codes", recipients)
                        .executeUpdate()
                == 1);
    }

    /** The entry with its parcel, as it is at this moment. */
    Optional<Full> full(Kind kind, Collection<String> recipients, long entryId) {
        return transactions.call(() -> full(kind, recipients, entryId, LockModeType.NONE));
    }

    /** The entry of a parcel, locked in the caller's transaction. */
    Optional<Full> lock(Kind kind, ParcelId parcel, AgencyCode recipient) {
        if (kind == Kind.SECRET) {
            lockParcel(parcel);
        }
        return entities
                .createQuery(
                        "from InboxEntryRow e where e.parcelId = :parcel and e.recipientCode = :code and "
                                + kind.condition,
                        InboxEntryRow.class)
                .setParameter("parcel", parcel.value())
                .setParameter("code", recipient.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst()
                .map(entry -> new Full(
                        entry,
                        entities.find(InboundParcelRow.class, entry.parcelId().value())));
    }

    /** The same in the caller's transaction, with the entry locked. */
    Optional<Full> lock(Kind kind, Collection<String> recipients, long entryId) {
        if (kind == Kind.SECRET) {
            // The entry itself is not read yet: it may change until its parcel is locked.
            entities.createQuery("select e.parcelId from InboxEntryRow e where e.entryId = :entry", UUID.class)
                    .setParameter("entry", entryId)
                    .getResultList()
                    .forEach(parcel -> lockParcel(new ParcelId(parcel)));
        }
        return full(kind, recipients, entryId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The entries of a secret change under the lock of their parcel, since they decide together about its envelope. */
    private void lockParcel(ParcelId parcel) {
        InboundParcelRow locked = entities.find(InboundParcelRow.class, parcel.value(), LockModeType.PESSIMISTIC_WRITE);
        if (locked == null) {
            throw new IllegalStateException("an entry of the inbox has no parcel");
        }
    }

    private Optional<Full> full(Kind kind, Collection<String> recipients, long entryId, LockModeType mode) {
        TypedQuery<InboxEntryRow> query = entities.createQuery(
                        "from InboxEntryRow e where e.entryId = :entry and e.recipientCode in :codes and "
                                + kind.condition,
                        InboxEntryRow.class)
                .setParameter("entry", entryId)
                .setParameter("codes", recipients)
                .setLockMode(mode);
        return query.getResultList().stream()
                .findFirst()
                .map(entry -> new Full(
                        entry,
                        entities.find(InboundParcelRow.class, entry.parcelId().value())));
    }

    Document document(ParcelId parcel) {
        byte[] octets = transactions.call(
                () -> entities.find(DocumentRow.class, parcel.value()).document());
        return switch (WireFormats.DOCUMENT.decode(octets)) {
            case Decoded.Value<Document>(Document document) -> document;
            case Decoded.Malformed<Document>(String reason, String _) ->
                throw new IllegalStateException("a document in the database was damaged: " + reason);
        };
    }

    private static byte[] octets(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
