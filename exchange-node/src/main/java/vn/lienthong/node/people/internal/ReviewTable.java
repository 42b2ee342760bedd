package vn.lienthong.node.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;

/** Statements on {@code access_review} and its items. */
@Component
@InNodeRole
class ReviewTable {
    private static final String SELECT =
            "select r.id, r.title, r.scope, r.due_on, r.opened_by, r.opened_at, r.closed_by,"
                    + " r.closed_at, count(i.id) everything, coalesce(sum(i.decision in ('KEEP', 'TAKE')), 0) decided,"
                    + " coalesce(sum(i.decision = 'ASK'), 0) asked from access_review r"
                    + " left join access_review_item i on i.review_id = r.id ";

    private final JdbcClient database;

    ReviewTable(JdbcClient database) {
        this.database = database;
    }

    long open(String title, String scope, LocalDate dueOn, LoginName by, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        var _ = database.sql("insert into access_review (title, scope, due_on, opened_by, opened_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(title, scope, dueOn, by.value(), Columns.of(at))
                .update(key);
        return Objects.requireNonNull(key.getKeyAs(Number.class)).longValue();
    }

    void add(long review, Review.Item item) {
        var _ = database.sql("insert into access_review_item (review_id, login, name, role, agency, used_at, weight)"
                        + " values (:review, :login, :name, :role, :agency, :used, :weight)")
                .param("review", review)
                .param("login", item.login().value())
                .param("name", item.name())
                .param("role", item.role().name())
                .param("agency", code(item.place()))
                .param("used", Columns.orNull(item.usedAt()))
                .param("weight", item.weight())
                .update();
    }

    private static String code(@Nullable AgencyCode place) {
        return place == null ? "" : place.value();
    }

    List<Review> list() {
        return database.sql(SELECT + "group by r.id order by r.closed_at is not null, r.id desc limit 100")
                .query((row, _) -> review(row))
                .list();
    }

    Optional<Review> find(long id) {
        return database.sql(SELECT + "where r.id = ? group by r.id")
                .param(id)
                .query((row, _) -> review(row))
                .optional();
    }

    /** Nobody else decides or closes until the end of the transaction; false when it is closed. */
    boolean lock(long id) {
        return !database.sql("select id from access_review where id = ? and closed_at is null for update")
                .param(id)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Those to be looked at first come first. */
    List<Review.Item> items(long review, int limit, int offset) {
        return database.sql(
                        "select * from access_review_item where review_id = :review order by decision is not null and"
                                + " decision <> 'ASK', weight desc, id limit :limit offset :from")
                .param("review", review)
                .param("limit", limit)
                .param("from", offset)
                .query((row, _) -> item(row))
                .list();
    }

    Optional<Review.Item> item(long review, long id) {
        return database.sql("select * from access_review_item where review_id = ? and id = ?")
                .params(review, id)
                .query((row, _) -> item(row))
                .optional();
    }

    void decide(long item, Review.Decision decision, String note, LoginName by, Instant at) {
        var _ = database.sql("update access_review_item set decision = :decision, note = :note, decided_by = :by,"
                        + " decided_at = :at where id = :id")
                .param("id", item)
                .param("decision", decision.name())
                .param("note", note)
                .param("by", by.value())
                .param("at", Columns.of(at))
                .update();
    }

    void outcome(long item, String outcome) {
        var _ = database.sql("update access_review_item set outcome = ? where id = ?")
                .params(outcome, item)
                .update();
    }

    void close(long id, LoginName by, Instant at, Octets minutes) {
        var _ = database.sql("update access_review set closed_by = :by, closed_at = :at, minutes = :minutes,"
                        + " digest = :digest where id = :id")
                .param("id", id)
                .param("by", by.value())
                .param("at", Columns.of(at))
                .param("minutes", minutes.toByteArray())
                .param("digest", Sha256.of(minutes.toByteArray()).bytes())
                .update();
    }

    Optional<Octets> minutes(long id) {
        return database.sql("select minutes from access_review where id = ? and minutes is not null")
                .param(id)
                .query((row, _) -> Octets.of(row.getBytes(1)))
                .optional();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong("id"),
                Columns.text(row, "title"),
                place(Columns.text(row, "scope")),
                Columns.date(row, "due_on"),
                new LoginName(Columns.text(row, "opened_by")),
                Columns.instant(row, "opened_at"),
                name(row.getString("closed_by")),
                Columns.instantOrNull(row, "closed_at"),
                new Review.Progress(row.getInt("everything"), row.getInt("decided"), row.getInt("asked")));
    }

    private static @Nullable AgencyCode place(String code) {
        return code.isEmpty() ? null : new AgencyCode(code);
    }

    private static @Nullable LoginName name(@Nullable String login) {
        return login == null ? null : new LoginName(login);
    }

    private static Review.Item item(ResultSet row) throws SQLException {
        return new Review.Item(
                row.getLong("id"),
                new LoginName(Columns.text(row, "login")),
                Columns.text(row, "name"),
                Role.valueOf(Columns.text(row, "role")),
                place(Columns.text(row, "agency")),
                Columns.instantOrNull(row, "used_at"),
                row.getInt("weight"),
                new Review.Answer(
                        Review.Decision.of(row.getString("decision")).orElse(null),
                        Columns.text(row, "note"),
                        name(row.getString("decided_by")),
                        row.getString("outcome")));
    }

    /** Notes which reminder of an open review was told; true for exactly one caller. */
    boolean remind(long review, int stage) {
        return database.sql("update access_review set reminded = :stage where id = :id and closed_at is null"
                                + " and reminded < :stage")
                        .param("stage", stage)
                        .param("id", review)
                        .update()
                == 1;
    }
}
