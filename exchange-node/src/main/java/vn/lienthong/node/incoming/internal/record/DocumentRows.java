package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Folder;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Registration;
import vn.lienthong.node.platform.InNodeRole;

/** Records in the database, one at a time. */
@Component
@InNodeRole
public class DocumentRows {

    private static final String SELECT = "select " + RowReading.COLUMNS + " from incoming_document d where ";

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    /** Writes a new one and returns its key. Call it in a transaction. */
    public long insert(NewDocument document) {
        Map<String, @Nullable Object> values = values(document);
        String names = String.join(", ", values.keySet());
        String places = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        KeyHolder key = new GeneratedKeyHolder();
        int written = database.sql("insert into incoming_document (" + names + ") values (" + places + ")")
                .params(values)
                .update(key, "id");
        Number id = key.getKey();
        if (written != 1 || id == null) {
            throw new IllegalStateException("a record was not written");
        }
        return id.longValue();
    }

    private static Map<String, @Nullable Object> values(NewDocument document) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(facts(document.facts()));
        values.put("agency", document.agency().value());
        values.put("inbox_entry", document.inboxEntry().orElse(null));
        values.put(
                "parcel_id",
                document.parcelId().map(id -> Columns.octets(id.value())).orElse(null));
        values.put(
                "package_sha512",
                document.packageSha512().map(digest -> digest.bytes()).orElse(null));
        values.put("source", document.source().name());
        values.put("state", document.state().name());
        Instant arrived = document.times().arrivedAt();
        values.put("state_since", Columns.of(arrived));
        values.put("queue_key", NewDocument.queueKey(document.facts().urgency(), arrived));
        values.put("arrived_at", Columns.of(arrived));
        values.put("accept_by", Columns.orNull(document.times().acceptBy()));
        values.put("present_by", Columns.orNull(document.times().presentBy()));
        values.put("due_on", document.times().dueOn());
        values.put("check_state", document.source() == Source.AXIS ? "PENDING" : "NONE");
        values.put("search_text", NewDocument.searchText(document.facts()));
        return values;
    }

    private static Map<String, @Nullable Object> facts(Facts facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("urgency", facts.urgency());
        values.put("secrecy", facts.secrecy().name());
        values.put("appointed_at", Columns.orNull(facts.appointedAt()));
        values.put("sender_code", facts.senderCode());
        values.put("sender_name", facts.senderName());
        values.put("code_number", facts.code().number());
        values.put("code_notation", facts.code().notation());
        values.put("issued_on", facts.issuedOn());
        values.put("type_name", facts.typeName());
        values.put("subject", facts.subject());
        values.put("signer_name", facts.signerName());
        values.put("signer_position", facts.signerPosition());
        values.put("file_count", facts.extent().files());
        values.put("total_size", facts.extent().octets());
        values.put("page_count", facts.extent().pages());
        values.put("copy_count", facts.extent().copies());
        values.put("paper", facts.extent().paper());
        return values;
    }

    /** One record of one of these agencies. */
    public Optional<IncomingDocument> find(Collection<String> codes, long id) {
        return codes.isEmpty() ? Optional.empty() : one(SELECT + "d.id = :id and d.agency in (:codes)", codes, id);
    }

    /** The same, locked until the end of the caller's transaction. */
    public Optional<IncomingDocument> lock(Collection<String> codes, long id) {
        return codes.isEmpty()
                ? Optional.empty()
                : one(SELECT + "d.id = :id and d.agency in (:codes) for update", codes, id);
    }

    private Optional<IncomingDocument> one(String query, Collection<String> codes, long id) {
        return database.sql(query)
                .param("id", id)
                .param("codes", codes)
                .query((row, _) -> RowReading.document(row))
                .optional();
    }

    /** The record of an inbox entry, locked. */
    public Optional<IncomingDocument> lockEntry(long inboxEntry) {
        return database.sql(SELECT + "d.inbox_entry = :entry for update")
                .param("entry", inboxEntry)
                .query((row, _) -> RowReading.document(row))
                .optional();
    }

    /** The record of a parcel at one recipient. */
    public Optional<IncomingDocument> findParcel(ParcelId parcel, AgencyCode recipient) {
        return ofParcel(SELECT + "d.parcel_id = :parcel and d.agency = :agency", parcel, recipient);
    }

    /** The same, locked until the end of the caller's transaction. */
    public Optional<IncomingDocument> lockParcel(ParcelId parcel, AgencyCode recipient) {
        return ofParcel(SELECT + "d.parcel_id = :parcel and d.agency = :agency for update", parcel, recipient);
    }

    private Optional<IncomingDocument> ofParcel(String query, ParcelId parcel, AgencyCode recipient) {
        return database.sql(query)
                .param("parcel", Columns.octets(parcel.value()))
                .param("agency", recipient.value())
                .query((row, _) -> RowReading.document(row))
                .optional();
    }

    /** Moves a locked record on. */
    public void move(IncomingDocument document, IncomingState state, Instant now) {
        written(database.sql("update incoming_document set state = :state, state_since = :now, version = version + 1"
                        + " where id = :id and version = :version")
                .param("state", state.name())
                .param("now", Columns.of(now))
                .param("id", document.id())
                .param("version", document.version())
                .update());
    }

    /**
     * Notes the place of a locked record in the register and what was decided with it.
     *
     * @param place the book, the entry, the number and the day
     * @param decided the other columns by name
     */
    public void registered(IncomingDocument document, Registration place, Map<String, @Nullable Object> decided) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(decided);
        values.put("book_id", place.book());
        values.put("entry_id", place.entry());
        values.put("arrival_number", place.number());
        values.put("arrival_on", place.arrivedOn());
        update(document, values);
    }

    /** Corrects what a locked record of a paper says. */
    public void rewrite(IncomingDocument document, Facts facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(facts(facts));
        values.put(
                "queue_key",
                NewDocument.queueKey(facts.urgency(), document.times().arrivedAt()));
        values.put("search_text", NewDocument.searchText(facts));
        update(document, values);
    }

    /** Notes the case folder of a locked record, and from where it is put away. */
    public void filed(IncomingDocument document, Folder folder) {
        IncomingState from = folder.filedFrom();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_code", folder.code());
        values.put("file_title", folder.title());
        values.put("filed_from", from == null ? null : from.name());
        values.put("search_text", NewDocument.searchText(document.facts(), folder.display()));
        update(document, values);
    }

    /** Notes how many files of a locked paper there are, and how large they are together. */
    public void files(IncomingDocument document, int count, long octets) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_count", count);
        values.put("total_size", octets);
        update(document, values);
    }

    private void update(IncomingDocument document, Map<String, @Nullable Object> values) {
        String columns =
                values.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        written(database.sql("update incoming_document set " + columns + " where id = :id")
                .params(values)
                .param("id", document.id())
                .update());
    }

    /** Notes before whom a locked record lies. */
    public void submitted(IncomingDocument document, String leader, @Nullable LocalDate dueOn) {
        written(database.sql("update incoming_document set submitted_to = :leader, due_on = :due where id = :id")
                .param("leader", leader)
                .param("due", dueOn)
                .param("id", document.id())
                .update());
    }

    /** Notes until when a locked record must be handled. */
    public void due(IncomingDocument document, @Nullable LocalDate dueOn) {
        written(database.sql("update incoming_document set due_on = :due where id = :id")
                .param("due", dueOn)
                .param("id", document.id())
                .update());
    }

    /** Other records of the same document, newest first: the same package, or the same number of the same sender. */
    public List<IncomingDocument> same(IncomingDocument document, int limit) {
        AgencyCode agency = document.agency();
        return database.sql(SELECT + "d.agency = :agency and d.id <> :id and d.code_number = :number"
                        + " and d.code_notation = :notation and d.sender_code = :sender and d.issued_on <=> :issued"
                        + " and (d.code_number <> '' or d.code_notation <> '')"
                        + " and d.state not in ('REFUSED', 'RECALLED') order by d.id desc limit :most")
                .param("agency", agency.value())
                .param("id", document.id())
                .param("number", document.facts().code().number())
                .param("notation", document.facts().code().notation())
                .param("sender", document.facts().senderCode())
                .param("issued", document.facts().issuedOn())
                .param("most", limit)
                .query((row, _) -> RowReading.document(row))
                .list();
    }

    /** Keeps the outcome of the checks. */
    public void checked(long id, CheckState outcome, String report) {
        written(database.sql(
                        "update incoming_document set check_state = :state, problem = :problem, checks = :report where"
                                + " id = :id")
                .param("state", outcome.name())
                .param("problem", outcome == CheckState.BAD || outcome == CheckState.WARN)
                .param("report", report)
                .param("id", id)
                .update());
    }

    /** The outcome of the checks as it was kept; empty before. */
    public Optional<String> checks(long id) {
        return database.sql("select checks from incoming_document where id = :id and checks is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Records that were not checked yet, most urgent first. */
    public List<IncomingDocument> unchecked(int limit) {
        return database.sql(SELECT + "d.check_state = 'PENDING' order by d.queue_key limit :most")
                .param("most", limit)
                .query((row, _) -> RowReading.document(row))
                .list();
    }

    private static void written(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " records instead of one");
        }
    }
}
