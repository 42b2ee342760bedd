package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;

/** The table of documents that arrived. What is written about one is sealed before it gets here. */
@InNodeRole
@Component
class ArrivedRows {

    private static final String SELECT = "select document_id, agency, entry_id, parcel_id, level, received_at, state,"
        + " content, two_to_open, generation, node_share, protected_until, declassify_on, proposed_by, proposed_why,"
        + " confirmed_by, confirmed_at, registered from secret_document d ";

    private final JdbcClient database;
    private final Seals seals;

    ArrivedRows(JdbcClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /**
     * How long a document stays secret.
     *
     * @param until the last day
     * @param lookAgain null without
     */
    record Protection(LocalDate until, @Nullable LocalDate lookAgain) {}

    void insert(SecretId id, SecretArrival arrival, boolean twoToOpen, Protection protection) {
        int _ = database.sql("insert into secret_document (document_id, agency, entry_id, parcel_id, level,"
                        + " received_at, state, content, approvals, two_to_open, generation, protected_until,"
                        + " declassify_on, registered) values (?, ?, ?, ?, ?, ?, 'ARRIVED', ?, ?, ?, 0, ?, ?, '')")
                .param(octets(id))
                .param(arrival.arrival().recipient().value())
                .param(arrival.arrival().entryId())
                .param(Columns.octets(arrival.arrival().parcelId().value()))
                .param(Levels.number(arrival.level()))
                .param(Columns.of(arrival.arrival().at()))
                .param(seals.octets(contentPlace(id), WireFormats.DOCUMENT.encode(arrival.document())))
                .param(seals.octets(approvalsPlace(id), arrival.approvals().toByteArray()))
                .param(twoToOpen)
                .param(protection.until())
                .param(protection.lookAgain())
                .update();
    }

    Optional<Arrived> find(SecretId id) {
        return database.sql(SELECT + "where document_id = ?")
                .param(octets(id))
                .query((row, _) -> arrived(row))
                .optional();
    }

    /** What somebody knows of at an agency, newest first. */
    List<Arrived> knownTo(LoginName login, java.util.Collection<AgencyCode> agencies, int most) {
        return database.sql(SELECT + "where agency in (:agencies) and document_id in (select document_id from"
                        + " secret_reader where login = :login and ended_at is null)"
                        + " order by document_id desc limit " + most)
                .param("agencies", agencies.stream().map(AgencyCode::value).toList())
                .param("login", login.value())
                .query((row, _) -> arrived(row))
                .list();
    }

    /** Those whose key nobody has got yet, oldest first. */
    List<Arrived> waiting(int most) {
        return database.sql(
                        SELECT + "where node_share is null and state = 'ARRIVED' order by document_id limit " + most)
                .query((row, _) -> arrived(row))
                .list();
    }

    /** Writes the node's share where there is none yet; false when somebody else did. */
    boolean split(SecretId id, int generation, byte[] share) {
        return database.sql("update secret_document set node_share = ?, generation = ? where document_id = ?"
                                + " and node_share is null")
                        .params(share, generation, octets(id))
                        .update()
                == 1;
    }

    Octets approvals(SecretId id) {
        byte[] sealed = database.sql("select approvals from secret_document where document_id = ?")
                .param(octets(id))
                .query(byte[].class)
                .single();
        return Octets.of(seals.openOctets(approvalsPlace(id), sealed));
    }

    void settled(long entryId, SecretLine.State state) {
        int _ = database.sql("update secret_document set state = ? where entry_id = ?")
                .params(state.name(), entryId)
                .update();
    }

    boolean propose(SecretId id, LoginName by, String why) {
        return database.sql("update secret_document set proposed_by = ?, proposed_why = ? where document_id = ?"
                                + " and confirmed_by is null and proposed_by is null")
                        .params(by.value(), seals.text(whyPlace(id), why), octets(id))
                        .update()
                == 1;
    }

    boolean confirm(SecretId id, LoginName by, Instant now) {
        return database.sql("update secret_document set confirmed_by = ?, confirmed_at = ? where document_id = ?"
                                + " and confirmed_by is null and proposed_by is not null and proposed_by <> ?")
                        .params(by.value(), Columns.of(now), octets(id), by.value())
                        .update()
                == 1;
    }

    boolean registered(SecretId id, String number) {
        return database.sql("update secret_document set registered = ? where document_id = ? and registered = ''")
                        .params(number, octets(id))
                        .update()
                == 1;
    }

    static byte[] contentPlace(SecretId id) {
        return Place.of("arrived-content", id);
    }

    static byte[] approvalsPlace(SecretId id) {
        return Place.of("arrived-approvals", id);
    }

    static byte[] whyPlace(SecretId id) {
        return Place.of("arrived-why", id);
    }

    static byte[] octets(SecretId id) {
        return Columns.octets(id.value());
    }

    private Arrived arrived(ResultSet row) throws SQLException {
        SecretId id = new SecretId(Columns.uuid(row.getBytes("document_id")));
        byte @Nullable [] share = row.getBytes("node_share");
        return new Arrived(
                id,
                new AgencyCode(row.getString("agency")),
                row.getLong("entry_id"),
                new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                Levels.of(row.getInt("level")),
                Columns.instant(row, "received_at"),
                SecretLine.State.valueOf(row.getString("state")),
                document(id, row.getBytes("content")),
                row.getBoolean("two_to_open"),
                row.getInt("generation"),
                share == null ? null : Octets.of(share),
                Columns.date(row, "protected_until"),
                Columns.dateOrNull(row, "declassify_on"),
                login(row, "proposed_by"),
                why(id, row.getBytes("proposed_why")),
                login(row, "confirmed_by"),
                Columns.instantOrNull(row, "confirmed_at"),
                row.getString("registered"));
    }

    private String why(SecretId id, byte @Nullable [] sealed) {
        return sealed == null ? "" : seals.text(whyPlace(id), sealed);
    }

    private Document document(SecretId id, byte[] sealed) throws SQLException {
        if (WireFormats.DOCUMENT.decode(seals.openOctets(contentPlace(id), sealed))
                instanceof Decoded.Value<Document>(Document document)) {
            return document;
        }
        throw new SQLException("what is written about a secret document cannot be read");
    }

    private static @Nullable LoginName login(ResultSet row, String column) throws SQLException {
        String login = Columns.text(row, column);
        return login.isEmpty() ? null : new LoginName(login);
    }
}
