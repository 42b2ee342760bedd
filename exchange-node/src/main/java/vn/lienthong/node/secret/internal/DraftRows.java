package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;

/** The table of drafts. What is written about one is sealed before it gets here. */
@InNodeRole
@Component
class DraftRows {

    private static final String SELECT = "select draft_id, agency, state, version, level, composer, released_by,"
            + " changed_at, release_at, content, statement, generation, node_share, given_share, fault, parcel_id"
            + " from secret_draft ";
    private static final int MOST = 200;

    private final JdbcClient database;
    private final Seals seals;

    DraftRows(JdbcClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    void insert(DraftId id, AgencyCode agency, LoginName composer, DraftContent content, Instant now) {
        int _ = database.sql("insert into secret_draft (draft_id, agency, state, version, level, composer, created_at,"
                        + " changed_at, content, generation) values (?, ?, 'DRAFT', 1, ?, ?, ?, ?, ?, 0)")
                .params(
                        octets(id),
                        agency.value(),
                        Levels.number(content.fields().level()),
                        composer.value(),
                        Columns.of(now),
                        Columns.of(now),
                        sealed(id, content))
                .update();
    }

    Optional<Draft> find(DraftId id) {
        return database.sql(SELECT + "where draft_id = ?")
                .param(octets(id))
                .query((row, _) -> draft(row))
                .optional();
    }

    List<Draft> composedBy(LoginName composer, AgencyCode agency) {
        return database.sql(SELECT + "where composer = ? and agency = ? order by draft_id desc limit " + MOST)
                .params(composer.value(), agency.value())
                .query((row, _) -> draft(row))
                .list();
    }

    List<Draft> waitingFor(LoginName releaser, AgencyCode agency) {
        return database.sql(SELECT + "where state = 'WAITING' and agency = ? and composer <> ? and draft_id in"
                        + " (select owner_id from secret_share where login = ?) order by draft_id limit " + MOST)
                .params(agency.value(), releaser.value(), releaser.value())
                .query((row, _) -> draft(row))
                .list();
    }

    List<Draft> decidedBy(LoginName releaser, AgencyCode agency) {
        return database.sql(SELECT + "where released_by = ? and agency = ? order by draft_id desc limit " + MOST)
                .params(releaser.value(), agency.value())
                .query((row, _) -> draft(row))
                .list();
    }

    /** Those that were taken back while a share of this person holds the content. */
    List<Draft> withdrawnFrom(LoginName releaser) {
        return database.sql(SELECT + "where state = 'WITHDRAWN' and draft_id in"
                        + " (select owner_id from secret_share where login = ?) limit " + MOST)
                .param(releaser.value())
                .query((row, _) -> draft(row))
                .list();
    }

    /** Writes content; the version must still be the one that was read. */
    void edit(Draft old, DraftContent content, Instant now) {
        one(database.sql("update secret_draft set content = ?, level = ?, version = version + 1, changed_at = ?,"
                        + " fault = null where draft_id = ? and version = ? and state = 'DRAFT'")
                .params(
                        sealed(old.id(), content),
                        Levels.number(content.fields().level()),
                        Columns.of(now),
                        octets(old.id()),
                        old.version())
                .update());
    }

    /** Moves a draft on from the state and version that were read. */
    void move(Draft old, DraftState state, Instant now) {
        one(database.sql("update secret_draft set state = ?, version = version + 1, changed_at = ?"
                        + " where draft_id = ? and version = ? and state = ?")
                .params(
                        state.name(),
                        Columns.of(now),
                        octets(old.id()),
                        old.version(),
                        old.state().name())
                .update());
    }

    void content(Draft of, DraftContent content) {
        int _ = database.sql("update secret_draft set content = ? where draft_id = ?")
                .params(sealed(of.id(), content), octets(of.id()))
                .update();
    }

    /** Writes the statement and the first signature. */
    void submitted(DraftId id, byte[] release, byte[] statement) {
        int _ = database.sql("update secret_draft set signed_release = ?, statement = ?, fault = null"
                        + " where draft_id = ?")
                .params(seals.octets(releasePlace(id), release), statement, octets(id))
                .update();
    }

    /** Writes both signatures, the share that was handed over, and when the document leaves. */
    void approved(DraftId id, LoginName releaser, byte[] release, byte[] given, Instant releaseAt) {
        int _ = database.sql("update secret_draft set signed_release = ?, released_by = ?, given_share = ?,"
                        + " release_at = ? where draft_id = ?")
                .params(
                        seals.octets(releasePlace(id), release),
                        releaser.value(),
                        given,
                        Columns.of(releaseAt),
                        octets(id))
                .update();
    }

    /** Takes everything back that belonged to a submission. */
    void reopened(DraftId id, @Nullable String fault) {
        int _ = database.sql("update secret_draft set signed_release = null, statement = null, released_by = null,"
                        + " given_share = null, release_at = null, claim_until = null, fault = ? where draft_id = ?")
                .param(fault)
                .param(octets(id))
                .update();
    }

    Optional<byte[]> release(DraftId id) {
        return database.sql("select signed_release from secret_draft where draft_id = ? and signed_release is not null")
                .param(octets(id))
                .query(byte[].class)
                .optional()
                .map(closed -> seals.openOctets(releasePlace(id), closed));
    }

    void nodeShare(DraftId id, int generation, byte[] share) {
        int _ = database.sql("update secret_draft set node_share = ?, generation = ? where draft_id = ?")
                .params(share, generation, octets(id))
                .update();
    }

    void sent(DraftId id, ParcelId parcel) {
        int _ = database.sql("update secret_draft set parcel_id = ?, node_share = null, given_share = null,"
                        + " claim_until = null where draft_id = ?")
                .params(Columns.octets(parcel.value()), octets(id))
                .update();
    }

    /** Claims what is due; of several processes one gets it. */
    List<DraftId> claimDue(Instant now, Instant until, int most) {
        List<DraftId> due = database.sql(
                        "select draft_id from secret_draft where (state = 'COOLING' and release_at <= ?)"
                                + " or (state = 'SENDING' and claim_until <= ?) limit " + most
                                + " for update skip locked")
                .params(Columns.of(now), Columns.of(now))
                .query((row, _) -> id(row))
                .list();
        for (DraftId id : due) {
            one(database.sql("update secret_draft set state = 'SENDING', claim_until = ?, version = version + 1"
                            + " where draft_id = ?")
                    .params(Columns.of(until), octets(id))
                    .update());
        }
        return due;
    }

    Optional<byte[]> share(DraftId id, LoginName login) {
        return database.sql("select sealed from secret_share where owner_id = ? and login = ?")
                .params(octets(id), login.value())
                .query(byte[].class)
                .optional();
    }

    void putShare(DraftId id, LoginName login, byte[] sealed) {
        int _ = database.sql("insert into secret_share (owner_id, login, sealed) values (?, ?, ?)")
                .params(octets(id), login.value(), sealed)
                .update();
    }

    void destroyShares(DraftId id) {
        int _ = database.sql("delete from secret_share where owner_id = ?")
                .param(octets(id))
                .update();
    }

    void delete(Draft draft) {
        destroyShares(draft.id());
        one(database.sql("delete from secret_draft where draft_id = ? and version = ?")
                .params(octets(draft.id()), draft.version())
                .update());
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
        }
    }

    private byte[] sealed(DraftId id, DraftContent content) {
        return seals.metadata(contentPlace(id), content);
    }

    static byte[] contentPlace(DraftId id) {
        return Place.of("draft-content", id);
    }

    static byte[] releasePlace(DraftId id) {
        return Place.of("draft-release", id);
    }

    static byte[] octets(DraftId id) {
        return Columns.octets(id.value());
    }

    private static DraftId id(ResultSet row) throws SQLException {
        return new DraftId(Columns.uuid(row.getBytes("draft_id")));
    }

    private Draft draft(ResultSet row) throws SQLException {
        DraftId id = id(row);
        byte @Nullable [] statement = row.getBytes("statement");
        byte @Nullable [] parcel = row.getBytes("parcel_id");
        String releaser = Columns.text(row, "released_by");
        return new Draft(
                id,
                new AgencyCode(row.getString("agency")),
                DraftState.valueOf(row.getString("state")),
                row.getLong("version"),
                Levels.of(row.getInt("level")),
                new LoginName(row.getString("composer")),
                releaser.isEmpty() ? null : new LoginName(releaser),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNull(row, "release_at"),
                seals.metadata(contentPlace(id), row.getBytes("content"), DraftContent.class),
                statement == null ? "" : HexFormat.of().formatHex(statement),
                row.getInt("generation"),
                octetsOrNull(row, "node_share"),
                octetsOrNull(row, "given_share"),
                Columns.text(row, "fault"),
                parcel == null ? null : new ParcelId(Columns.uuid(parcel)));
    }

    private static @Nullable Octets octetsOrNull(ResultSet row, String column) throws SQLException {
        byte @Nullable [] octets = row.getBytes(column);
        return octets == null ? null : Octets.of(octets);
    }
}
