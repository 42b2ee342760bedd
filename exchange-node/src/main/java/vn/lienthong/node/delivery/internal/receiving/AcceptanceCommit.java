package vn.lienthong.node.delivery.internal.receiving;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.DeliveryProgress;
import vn.lienthong.node.delivery.internal.receiving.SoundParcel.Origin;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.InboxEntryRow;
import vn.lienthong.node.delivery.internal.rows.OwedReceipts;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UploadRow;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** The one transaction in which this node takes responsibility for parcels that arrived. */
@Component
@InNodeRole
class AcceptanceCommit {

    private static final int ENTRY_COLUMNS = 6;
    private static final int SECRECY = 4;

    /** The desk is told of ordinary documents only: a secret counts as told from the beginning. */
    private static final int TOLD = 5;

    private static final int GROUP = 200;

    private final EntityManager entities;
    private final ShortTransactions transactions;
    private final EvidenceBook evidenceBook;
    private final OwedReceipts owedReceipts;
    private final ObjectProvider<DeliveryProgress> progress;
    private final ArrivalAnnouncement announcement;
    private final InstantSource clock;

    AcceptanceCommit(
            EntityManager entities,
            ShortTransactions transactions,
            EvidenceBook evidenceBook,
            OwedReceipts owedReceipts,
            ObjectProvider<DeliveryProgress> progress,
            ArrivalAnnouncement announcement,
            InstantSource clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.evidenceBook = evidenceBook;
        this.owedReceipts = owedReceipts;
        this.progress = progress;
        this.announcement = announcement;
        this.clock = clock;
    }

    /** An entry to be written. */
    private record Entry(UUID parcel, AgencyCode recipient, Secrecy level) {}

    /**
     * Commits all of them.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when one of them was committed elsewhere meanwhile; then none
     *     is
     */
    void commit(List<SoundParcel> parcels) {
        Instant now = Timestamps.millis(clock.instant());
        transactions.run(() -> write(parcels, now));
    }

    private void write(List<SoundParcel> parcels, Instant now) {
        List<Entry> entries = new ArrayList<>();
        List<StoredEvidence> evidence = new ArrayList<>();
        List<StoredEvidence> local = new ArrayList<>();
        for (SoundParcel sound : parcels) {
            UUID id = sound.id().value();
            entities.persist(
                    new InboundParcelRow(sound.parcel().head(), sound.verified().inside(), sound.level(), now));
            sound.parcel().recipients().forEach(recipient -> entries.add(new Entry(id, recipient, sound.level())));
            evidence.addAll(sound.consignments());
            if (sound.origin() == Origin.LOCAL) {
                local.addAll(sound.consignments());
            }
        }
        evidenceBook.keep(evidence);
        parcels.forEach(
                sound -> owedReceipts.note(sound.parcel().head().header().senderNode(), sound.consignments()));
        entities.flush();
        Map<Entry, Long> ids = insertEntries(entries, now);
        parcels.stream().filter(sound -> !sound.level().isStateSecret()).forEach(this::insertDocument);
        parcels.stream().filter(sound -> sound.origin() == Origin.UPLOAD).forEach(this::endUpload);
        if (!local.isEmpty()) {
            progress.getObject().apply(local);
        }
        announcement.arrived(parcels.stream()
                .map(sound -> new ArrivalAnnouncement.Brought(sound, arrivals(sound, ids, now)))
                .toList());
    }

    private static List<Arrival> arrivals(SoundParcel sound, Map<Entry, Long> ids, Instant now) {
        ParcelHeader header = sound.parcel().head().header();
        return sound.parcel().recipients().stream()
                .map(recipient -> new Arrival(
                        header.parcelId(),
                        header.sender(),
                        header.senderNode(),
                        recipient,
                        Objects.requireNonNull(ids.get(new Entry(sound.id().value(), recipient, sound.level()))),
                        now))
                .toList();
    }

    private Map<Entry, Long> insertEntries(List<Entry> entries, Instant now) {
        Map<Entry, Long> ids = new HashMap<>();
        for (int from = 0; from < entries.size(); from += GROUP) {
            List<Entry> group = entries.subList(from, Math.min(entries.size(), from + GROUP));
            List<Long> written = insertGroup(group, now);
            requireAll(written.size(), group.size());
            IntStream.range(0, group.size()).forEach(index -> ids.put(group.get(index), written.get(index)));
        }
        return ids;
    }

    /** The database returns the rows in the order in which they are written. */
    private List<Long> insertGroup(List<Entry> entries, Instant now) {
        Query insert = entities.createNativeQuery(
                "insert into inbox_entry (parcel_id, recipient_code, state, state_since, secrecy, told) values "
                        + String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?)"))
                        + " returning entry_id");
        LocalDateTime since = UtcMillis.column(now);
        int parameter = 1;
        for (Entry entry : entries) {
            insert.setParameter(parameter, octets(entry.parcel()))
                    .setParameter(parameter + 1, entry.recipient().value())
                    .setParameter(parameter + 2, InboxEntryRow.ARRIVED)
                    .setParameter(parameter + 3, since)
                    .setParameter(parameter + SECRECY, ColumnCodes.of(entry.level()))
                    .setParameter(parameter + TOLD, entry.level().isStateSecret());
            parameter += ENTRY_COLUMNS;
        }
        List<?> written = insert.getResultList();
        return written.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** The sender may be an agency of this node: then the document is known already. */
    private void insertDocument(SoundParcel sound) {
        Document document = sound.verified().document();
        DocumentMetadata metadata = document.metadata();
        entities.createNativeQuery("""
            insert into document_record (parcel_id, code_number, code_notation, type_name, subject, promulgated_on,
                                         file_count, document, document_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update parcel_id = parcel_id\
            """)
                .setParameter(1, octets(sound.id().value()))
                .setParameter(2, metadata.code().number())
                .setParameter(3, metadata.code().notation())
                .setParameter(4, metadata.type().name())
                .setParameter(5, metadata.subject())
                .setParameter(6, metadata.promulgation().date())
                .setParameter(7, document.attachments().size())
                .setParameter(8, sound.verified().documentOctets().toByteArray())
                .setParameter(9, metadata.documentId())
                .executeUpdate();
    }

    private void endUpload(SoundParcel sound) {
        UploadRow upload = entities.find(UploadRow.class, sound.id().value());
        if (upload != null) {
            entities.remove(upload);
        }
    }

    private static void requireAll(int written, int wanted) {
        if (written != wanted) {
            throw new IllegalStateException("wrote " + written + " rows of " + wanted);
        }
    }

    private static byte[] octets(UUID id) {
        return java.nio.ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
