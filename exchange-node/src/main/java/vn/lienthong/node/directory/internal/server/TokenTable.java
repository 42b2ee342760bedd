package vn.lienthong.node.directory.internal.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;

/** Enrolment tokens; of a secret only its digest. */
final class TokenTable {

    private static final String COLUMNS =
            "select token_id, secret_sha256, node_id, node_name, expires_at, spent_at, request_sha256"
                    + " from enrolment_token ";

    private final JdbcClient database;

    TokenTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * A token.
     *
     * @param tokenId names it
     * @param secret digest of its secret
     * @param node the node that it is for
     * @param name of that node, for people
     * @param expiresAt when it is void
     * @param use whether it was spent, and for which request
     */
    record StoredToken(UUID tokenId, Sha256 secret, NodeId node, String name, Instant expiresAt, Use use) {

        /**
         * What became of a token.
         *
         * @param spentAt when; null while it is good
         * @param request digest of the request that it was spent on
         */
        record Use(@Nullable Instant spentAt, @Nullable Sha256 request) {}
    }

    void insert(StoredToken token, Instant now) {
        int rows = database.sql("insert into enrolment_token"
                        + " (token_id, secret_sha256, node_id, node_name, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.octets(token.tokenId()),
                        token.secret().bytes(),
                        token.node().value(),
                        token.name(),
                        Columns.of(now),
                        Columns.of(token.expiresAt()))
                .update();
        requireOne(rows);
    }

    /** Finds a token and keeps others from spending it for the rest of the transaction. */
    Optional<StoredToken> lock(UUID tokenId) {
        return database.sql(COLUMNS + "where token_id = ? for update")
                .param(Columns.octets(tokenId))
                .query((row, number) -> token(row))
                .optional();
    }

    /** All tokens that are neither spent nor expired. */
    List<StoredToken> open(Instant now) {
        return database.sql(COLUMNS + "where spent_at is null and expires_at > ? order by node_id")
                .param(Columns.of(now))
                .query((row, number) -> token(row))
                .list();
    }

    void spend(UUID tokenId, Sha256 request, Instant now) {
        int rows = database.sql("update enrolment_token set spent_at = ?, request_sha256 = ?"
                        + " where token_id = ? and spent_at is null")
                .params(Columns.of(now), request.bytes(), Columns.octets(tokenId))
                .update();
        requireOne(rows);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("one token, one row");
        }
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        byte[] request = row.getBytes(7);
        LocalDateTime spentAt = row.getObject(6, LocalDateTime.class);
        return new StoredToken(
                Columns.uuid(row.getBytes(1)),
                Sha256.fromBytes(row.getBytes(2)),
                new NodeId(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new StoredToken.Use(
                        spentAt == null ? null : spentAt.toInstant(ZoneOffset.UTC),
                        request == null ? null : Sha256.fromBytes(request)));
    }
}
