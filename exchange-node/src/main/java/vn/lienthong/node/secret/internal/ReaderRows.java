package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.SecretId;

/** The tables of those who know, of consents and of looks. */
@InNodeRole
@Component
class ReaderRows {

    private static final String SELECT =
            "select document_id, login, part, sealed, since, added_by, reason, ended_at from secret_reader ";

    private final JdbcClient database;
    private final Seals seals;

    ReaderRows(JdbcClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    Optional<Reader> find(SecretId id, LoginName login) {
        return database.sql(SELECT + "where document_id = ? and login = ? and ended_at is null")
                .params(ArrivedRows.octets(id), login.value())
                .query((row, _) -> reader(row))
                .optional();
    }

    List<Reader> all(SecretId id) {
        return database.sql(SELECT + "where document_id = ? order by since, login")
                .param(ArrivedRows.octets(id))
                .query((row, _) -> reader(row))
                .list();
    }

    void put(SecretId id, LoginName login, int part, byte[] sealed, Instant now) {
        put(id, login, part, sealed, now, null);
    }

    /** Lets somebody know, again if the person knew before. */
    void put(SecretId id, LoginName login, int part, byte[] sealed, Instant now, @Nullable Added added) {
        int _ = database.sql("replace into secret_reader (document_id, login, part, sealed, since, added_by, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(ArrivedRows.octets(id))
                .param(login.value())
                .param(part)
                .param(sealed)
                .param(Columns.of(now))
                .param(added == null ? null : added.by().value())
                .param(added == null ? null : seals.text(reasonPlace(id, login), added.reason()))
                .update();
    }

    /**
     * Who let somebody know.
     *
     * @param by who
     * @param reason why
     */
    record Added(LoginName by, String reason) {
        @Override
        public String toString() {
            return "Added[" + by.value() + "]";
        }
    }

    boolean end(SecretId id, LoginName login, Instant now) {
        int _ = database.sql("delete from secret_consent where document_id = ? and asking = ?")
                .params(ArrivedRows.octets(id), login.value())
                .update();
        return database.sql("update secret_reader set ended_at = ?, sealed = null where document_id = ? and login = ?"
                                + " and ended_at is null")
                        .params(Columns.of(now), ArrivedRows.octets(id), login.value())
                        .update()
                == 1;
    }

    /** Locks the readers of a document until the end of the transaction, so that two do not take the last two away. */
    void lock(SecretId id) {
        var _ = database.sql("select login from secret_reader where document_id = ? for update")
                .param(ArrivedRows.octets(id))
                .query(String.class)
                .list();
    }

    /**
     * A wish to open with a second person.
     *
     * @param asking who asked
     * @param part of the person who asked
     * @param givenBy who consented; null before
     * @param sealed the other half, to the one who asked; null before
     * @param until how long it holds; null before
     */
    record Consent(
            LoginName asking,
            int part,
            @Nullable LoginName givenBy,
            @Nullable Octets sealed,
            @Nullable Instant until) {}

    void ask(SecretId id, LoginName asking, int part, String reason, Instant now) {
        int _ = database.sql("replace into secret_consent (document_id, asking, part, asked_at, reason)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        ArrivedRows.octets(id),
                        asking.value(),
                        part,
                        Columns.of(now),
                        seals.text(reasonPlace(id, asking), reason))
                .update();
    }

    List<Consent> consents(SecretId id) {
        return database.sql("select asking, part, given_by, sealed, until_at from secret_consent where document_id = ?"
                        + " order by asked_at")
                .param(ArrivedRows.octets(id))
                .query((row, _) -> {
                    byte @Nullable [] sealed = row.getBytes("sealed");
                    String given = Columns.text(row, "given_by");
                    return new Consent(
                            new LoginName(row.getString("asking")),
                            row.getInt("part"),
                            given.isEmpty() ? null : new LoginName(given),
                            sealed == null ? null : Octets.of(sealed),
                            Columns.instantOrNull(row, "until_at"));
                })
                .list();
    }

    boolean give(SecretId id, LoginName asking, LoginName by, byte[] sealed, Instant until) {
        return database.sql("update secret_consent set given_by = ?, sealed = ?, until_at = ? where document_id = ?"
                                + " and asking = ?")
                        .params(by.value(), sealed, Columns.of(until), ArrivedRows.octets(id), asking.value())
                        .update()
                == 1;
    }

    /** Destroys consents that are over. */
    int sweepConsents(Instant now) {
        return database.sql("delete from secret_consent where until_at < ?")
                .param(Columns.of(now))
                .update();
    }

    void looked(SecretId id, byte[] lookId, NeedToKnow.Look look) {
        int _ = database.sql("insert into secret_look (look_id, document_id, at, login, what, file_number, code)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        lookId,
                        ArrivedRows.octets(id),
                        Columns.of(look.at()),
                        look.login().value(),
                        look.what(),
                        look.file(),
                        look.code())
                .update();
    }

    List<NeedToKnow.Look> looks(SecretId id) {
        return database.sql("select at, login, what, file_number, code from secret_look where document_id = ?"
                        + " order by look_id desc limit 500")
                .param(ArrivedRows.octets(id))
                .query((row, _) -> new NeedToKnow.Look(
                        Columns.instant(row, "at"),
                        new LoginName(row.getString("login")),
                        row.getString("what"),
                        row.getInt("file_number"),
                        row.getString("code")))
                .list();
    }

    static byte[] reasonPlace(SecretId id, LoginName login) {
        return Place.of("reason", id, login.value());
    }

    private Reader reader(ResultSet row) throws SQLException {
        SecretId id = new SecretId(Columns.uuid(row.getBytes("document_id")));
        LoginName login = new LoginName(row.getString("login"));
        byte @Nullable [] sealed = row.getBytes("sealed");
        byte @Nullable [] reason = row.getBytes("reason");
        String added = Columns.text(row, "added_by");
        return new Reader(
                login,
                row.getInt("part"),
                sealed == null ? null : Octets.of(sealed),
                Columns.instant(row, "since"),
                added.isEmpty() ? null : new LoginName(added),
                reason == null ? "" : seals.text(reasonPlace(id, login), reason),
                Columns.instantOrNull(row, "ended_at"));
    }
}
