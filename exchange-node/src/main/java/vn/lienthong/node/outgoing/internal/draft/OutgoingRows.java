package vn.lienthong.node.outgoing.internal.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.WordCondition;
import vn.lienthong.node.web.DateText;

/** The rows of outgoing documents. Every change names the version that it was made upon. */
@InNodeRole
@Component
public class OutgoingRows {

    static final String COLUMNS = "document_id, agency, state, version, fields, code_number, notation,"
            + " issued_on, recipients, created_by, created_at, changed_by, changed_at, release_at, parcel_id, sent_at,"
            + " fault";
    private static final int FIRST_YEAR = 1970;
    private static final int SUBJECT = 500;
    private static final int LINE = 100;
    private static final int SEARCHED_RECEIVERS = 50;

    private final JdbcClient database;

    OutgoingRows(JdbcClient database) {
        this.database = database;
    }

    /** Begins a document; the login is empty when a program does. */
    public OutgoingId insert(AgencyCode agency, Typed typed, String login, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into outgoing_document (agency, state, version, fields, subject, code_number, notation,"
                        + " signer, urgency, recipients, search_text, created_by, created_at, changed_by, changed_at)"
                        + " values (?, 'DRAFT', 1, ?, '', '', '', '', 0, 0, '', ?, ?, ?, ?)")
                .params(agency.value(), typed.json(), login, Columns.of(now), login, Columns.of(now))
                .update(key);
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave no number to a new row");
        }
        return new OutgoingId(id.longValue());
    }

    /** The document of that number. */
    public Optional<Outgoing> find(OutgoingId id) {
        return database.sql("select " + COLUMNS + " from outgoing_document where document_id = ?")
                .param(id.value())
                .query((row, _) -> outgoing(row))
                .optional();
    }

    /** The document that left in that parcel, at first or once more; nobody else changes it until the transaction ends. */
    public Optional<Outgoing> lockSent(ParcelId parcel) {
        return number(parcel).flatMap(this::lock);
    }

    /** The document that left in that parcel, at first or once more. */
    public Optional<Outgoing> findSent(ParcelId parcel) {
        return number(parcel).flatMap(this::find);
    }

    private Optional<OutgoingId> number(ParcelId parcel) {
        byte[] name = Columns.octets(parcel.value());
        return database.sql("select document_id from outgoing_document where parcel_id = ? union"
                        + " select document_id from outgoing_parcel where parcel_id = ? limit 1")
                .params(name, name)
                .query((row, _) -> new OutgoingId(row.getLong("document_id")))
                .optional();
    }

    /** Notes where a locked document stands after what was stated about it. */
    public void stand(OutgoingId id, OutgoingState state) {
        int _ = database.sql("update outgoing_document set version = version + 1, state = ? where document_id = ?")
                .params(state.name(), id.value())
                .update();
    }

    /** The document of that number, which nobody else changes until the transaction ends. */
    public Optional<Outgoing> lock(OutgoingId id) {
        return database.sql("select " + COLUMNS + " from outgoing_document where document_id = ? for update")
                .param(id.value())
                .query((row, _) -> outgoing(row))
                .optional();
    }

    /**
     * Writes the document over the version before; false when somebody was faster.
     *
     * @param changed carries the version that was seen
     */
    public boolean update(Outgoing changed, String login, Instant now) {
        Typed typed = changed.typed();
        String code = changed.number().isEmpty() ? typed.get(Field.NUMBER) : changed.number();
        String notation = changed.notation().isEmpty() ? typed.get(Field.NOTATION) : changed.notation();
        ParcelId parcel = changed.release().parcelId();
        int rows = database.sql(
                        "update outgoing_document set version = version + 1, state = ?, fields = ?, subject = ?,"
                            + " type_name = ?, code_number = ?, notation = ?, issued_on = ?, signer = ?, urgency = ?,"
                            + " recipients = ?, search_text = ?, changed_by = ?, changed_at = ?, release_at = ?,"
                            + " parcel_id = ?, sent_at = ?, fault = ?, signed_at = if(? = 'DRAFT', null,"
                            + " coalesce(signed_at, ?)), answer_by = ?, appointed_at = ?, look_at = if(? = 'SENT', ?,"
                            + " look_at) where document_id = ? and version = ?")
                .param(changed.state().name())
                .param(typed.json())
                .param(cut(changed.subject(), SUBJECT))
                .param(cut(typed.line(Field.TYPE), LINE))
                .param(changed.number())
                .param(cut(changed.notation(), 60))
                .param(changed.issuedOn())
                .param(cut(typed.line(Field.SIGNER), LINE))
                .param(changed.urgency())
                .param(changed.recipients())
                .param(searchText(changed, code, notation))
                .param(login)
                .param(Columns.of(now))
                .param(Columns.orNull(changed.release().at()))
                .param(parcel == null ? null : Columns.octets(parcel.value()))
                .param(Columns.orNull(changed.release().sentAt()))
                .param(changed.release().fault())
                .param(changed.state().name())
                .param(Columns.of(now))
                .param(answerBy(typed, now))
                .param(appointedAt(changed, now))
                .param(changed.state().name())
                .param(Columns.of(now))
                .param(changed.id().value())
                .param(changed.version())
                .update();
        return rows == 1;
    }

    private String searchText(Outgoing document, String code, String notation) {
        return SearchText.indexed(String.join(
                " ",
                code,
                notation,
                document.subject(),
                document.typed().get(Field.SIGNER),
                document.typed().get(Field.TYPE),
                Urgency.ofLevel(document.urgency()).map(Urgency::vietnamese).orElse(""),
                receivers(document.id())));
    }

    /** The names of its receivers, as far as they are searched. */
    private String receivers(OutgoingId id) {
        return String.join(
                " ",
                database.sql("select label from outgoing_recipient where document_id = ? order by position limit "
                                + SEARCHED_RECEIVERS)
                        .param(id.value())
                        .query(String.class)
                        .list());
    }

    /** Removes a draft with everything that hangs on it; the payloads of its files, which nothing names then, fall to the sweep. */
    void delete(OutgoingId id) {
        int _ = database.sql("delete from outgoing_piece where file_id in"
                        + " (select file_id from outgoing_file where document_id = ?)")
                .param(id.value())
                .update();
        for (String table : List.of(
                "outgoing_file", "outgoing_recipient", "outgoing_history", "outgoing_signing", "outgoing_document")) {
            int _ = database.sql("delete from " + table + " where document_id = ?")
                    .param(id.value())
                    .update();
        }
    }

    /** A part of the list, newest first. Each agency is asked by itself, so that an index answers. */
    public List<Outgoing> list(OutgoingQuery query, long before, int limit) {
        return query.agencies().stream()
                .flatMap(agency -> ofAgency(agency, query, before, limit).stream())
                .sorted(Comparator.comparingLong(
                                (Outgoing document) -> document.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private List<Outgoing> ofAgency(AgencyCode agency, OutgoingQuery query, long before, int limit) {
        // The index has to be named: otherwise the database reads all documents of the agency to find where a later
        // part
        // begins.
        String index = query.states().size() == 1 ? "outgoing_document_state" : "outgoing_document_agency";
        WordCondition words = WordCondition.on("search_text", SearchQuestion.of(query.words()));
        String sql = "select " + COLUMNS + " from outgoing_document force index (" + index
                + ") where agency = :agency and document_id < :before"
                + (query.states().isEmpty() ? "" : " and state in (:states)")
                + (query.urgentOnly() ? " and urgency > 0" : "") + " and " + words.sql()
                + " order by document_id desc limit :most";
        return database.sql(sql)
                .params(words.values())
                .param("agency", agency.value())
                .param("before", before)
                .param(
                        "states",
                        query.states().stream().map(OutgoingState::name).toList())
                .param("most", limit)
                .query((row, _) -> outgoing(row))
                .list();
    }

    /** Documents of these keys in their order, as far as they belong to these agencies. */
    public List<Outgoing> of(Set<AgencyCode> agencies, List<Long> ids) {
        if (agencies.isEmpty() || ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Outgoing> found = database
                .sql("select " + COLUMNS
                        + " from outgoing_document where document_id in (:ids) and agency in (:agencies)")
                .param("ids", ids)
                .param("agencies", codes(agencies))
                .query((row, _) -> outgoing(row))
                .list()
                .stream()
                .collect(Collectors.toMap(document -> document.id().value(), Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private static List<String> codes(Set<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).sorted().toList();
    }

    /** Documents whose moment to leave has come, claimed for whoever asks until the claim ends. */
    public List<OutgoingId> claimDue(Instant now, Instant until, int limit) {
        List<OutgoingId> due = database.sql("select document_id from outgoing_document where state = 'NUMBERED'"
                        + " and release_at <= ? and (claim_until is null or claim_until < ?)"
                        + " order by release_at limit ? for update skip locked")
                .params(Columns.of(now), Columns.of(now), limit)
                .query((row, _) -> new OutgoingId(row.getLong("document_id")))
                .list();
        for (OutgoingId id : due) {
            int _ = database.sql("update outgoing_document set claim_until = ? where document_id = ?")
                    .params(Columns.of(until), id.value())
                    .update();
        }
        return due;
    }

    /** Whether somebody has begun to hand the document over since it was ordered; it may have left then. */
    public boolean isClaimed(OutgoingId id) {
        return database.sql("select count(*) from outgoing_document where document_id = ? and claim_until is not null")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets a document be claimed at once. */
    public void unclaim(OutgoingId id) {
        int _ = database.sql("update outgoing_document set claim_until = null where document_id = ?")
                .param(id.value())
                .update();
    }

    private static @Nullable LocalDate answerBy(Typed typed, Instant now) {
        return DateText.date(typed.line(Field.DUE), LocalDate.ofInstant(now, DateText.HANOI))
                .filter(day -> day.getYear() >= FIRST_YEAR)
                .orElse(null);
    }

    /** Hỏa tốc hẹn giờ must be there at its hour; what else was typed about an hour means nothing. */
    private static @Nullable LocalDateTime appointedAt(Outgoing changed, Instant now) {
        return changed.urgency() < Urgency.EXPRESS_AT_HOUR.level()
                ? null
                : DateText.moment(changed.typed().line(Field.APPOINTED), now, false)
                        .map(Columns::of)
                        .filter(time -> time.getYear() >= FIRST_YEAR)
                        .orElse(null);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    static Outgoing outgoing(ResultSet row) throws SQLException {
        byte[] parcel = row.getBytes("parcel_id");
        return new Outgoing(
                new OutgoingId(row.getLong("document_id")),
                new AgencyCode(row.getString("agency")),
                OutgoingState.valueOf(row.getString("state")),
                row.getLong("version"),
                Typed.read(row.getString("fields")),
                row.getString("code_number"),
                row.getString("notation"),
                row.getObject("issued_on", LocalDate.class),
                row.getInt("recipients"),
                new Outgoing.Changes(
                        row.getString("created_by"),
                        Columns.instant(row, "created_at"),
                        row.getString("changed_by"),
                        Columns.instant(row, "changed_at")),
                new Outgoing.Release(
                        Columns.instantOrNull(row, "release_at"),
                        parcel == null ? null : new ParcelId(Columns.uuid(parcel)),
                        Columns.instantOrNull(row, "sent_at"),
                        row.getString("fault")));
    }
}
