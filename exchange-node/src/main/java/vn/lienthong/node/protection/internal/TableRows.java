package vn.lienthong.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Octets;

/**
 * Wrapped keys in the table {@code protection_key}, for all processes that work on the database. Always in a transaction of its own: a
 * key must be there before, and stay whatever becomes of, what is sealed with it.
 */
final class TableRows implements KeyRows {

    private static final int TRIES = 10;
    private static final String ALL =
            "select purpose, version, master, wrapped, made_at, retired_at from protection_key order by purpose,"
                    + " version";

    private final JdbcTemplate sql;
    private final TransactionTemplate own;

    TableRows(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<WrappedKey> load() {
        return Objects.requireNonNull(own.execute(_ -> sql.query(ALL, (row, _) -> read(row))));
    }

    @Override
    public List<WrappedKey> change(UnaryOperator<List<WrappedKey>> change) {
        for (int tried = 1; ; tried++) {
            try {
                return Objects.requireNonNull(own.execute(_ -> changed(change)));
            } catch (TransientDataAccessException | DuplicateKeyException another) {
                // Another process changed them at the same time: look again at what it did.
                if (tried == TRIES) {
                    throw another;
                }
            }
        }
    }

    private List<WrappedKey> changed(UnaryOperator<List<WrappedKey>> change) {
        List<WrappedKey> before = sql.query(ALL + " for update", (row, _) -> read(row));
        List<WrappedKey> after = change.apply(before);
        before.stream()
                .filter(key -> after.stream().noneMatch(key::same))
                .forEach(key -> sql.update(
                        "delete from protection_key where purpose = ? and version = ?", key.purpose(), key.version()));
        for (WrappedKey key : after) {
            Optional<WrappedKey> known = before.stream().filter(key::same).findFirst();
            if (known.isEmpty()) {
                insert(key);
            } else if (!known.get().equals(key)) {
                update(key);
            }
        }
        return after;
    }

    private void insert(WrappedKey key) {
        int _ = sql.update(
                "insert into protection_key (purpose, version, master, wrapped, made_at, retired_at) values (?, ?, ?,"
                        + " ?, ?, ?)",
                key.purpose(),
                key.version(),
                key.master(),
                key.wrapped().toByteArray(),
                column(key.madeAt()),
                column(key.retiredAt().orElse(null)));
    }

    private void update(WrappedKey key) {
        int updated = sql.update(
                "update protection_key set master = ?, wrapped = ?, retired_at = ? where purpose = ? and version = ?",
                key.master(),
                key.wrapped().toByteArray(),
                column(key.retiredAt().orElse(null)),
                key.purpose(),
                key.version());
        if (updated != 1) {
            throw new IllegalStateException("a row that is locked cannot vanish");
        }
    }

    private static @Nullable LocalDateTime column(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static WrappedKey read(ResultSet row) throws SQLException {
        LocalDateTime retired = row.getObject("retired_at", LocalDateTime.class);
        return new WrappedKey(
                row.getString("purpose"),
                row.getInt("version"),
                row.getString("master"),
                Octets.of(row.getBytes("wrapped")),
                row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(retired).map(at -> at.toInstant(ZoneOffset.UTC)));
    }
}
