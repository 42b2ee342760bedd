package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.SignInRecord.Previous;

/** Statements on {@code second_factor}, {@code recovery_code} and {@code last_sign_in}; accounts are named by their login. */
@Component
class SecondFactorTable {
    private static final String OF = " (select id from account where login = :login) ";

    private final JdbcClient database;

    SecondFactorTable(JdbcClient database) {
        this.database = database;
    }

    /** One row. */
    static final class Row {
        private final byte[] sealed;
        private final @Nullable Instant confirmedAt;

        Row(byte[] sealed, @Nullable Instant confirmedAt) {
            this.sealed = sealed;
            this.confirmedAt = confirmedAt;
        }

        /** The encrypted secret. */
        byte[] sealed() {
            return sealed;
        }

        /** When it was set up, or null when it was only begun. */
        @Nullable
        Instant confirmedAt() {
            return confirmedAt;
        }
    }

    Optional<Row> find(LoginName login) {
        return database.sql("select sealed, confirmed_at from second_factor where account_id =" + OF)
                .param("login", login.value())
                .query((row, _) -> new Row(row.getBytes(1), instant(row.getObject(2, LocalDateTime.class))))
                .optional();
    }

    /**
     * Those whose secret does not begin with these octets.
     *
     * @param prefix of the present key
     */
    List<LoginName> sealedOtherwise(byte[] prefix, int limit) {
        return database.sql("select login from second_factor join account on account.id = account_id"
                        + " where left(sealed, :length) <> :prefix order by account_id limit :limit")
                .param("length", prefix.length)
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, _) -> new LoginName(row.getString(1)))
                .list();
    }

    /** Puts a secret sealed anew in the place of the one that was read; returns whether that still was there. */
    boolean reseal(LoginName login, byte[] before, byte[] after) {
        return database.sql("update second_factor set sealed = :after where sealed = :before and account_id =" + OF)
                        .param("after", after)
                        .param("before", before)
                        .param("login", login.value())
                        .update()
                == 1;
    }

    /** Does nothing when there is a row already. */
    void begin(LoginName login, byte[] sealed, Instant now) {
        var _ = database.sql("insert ignore into second_factor (account_id, sealed, begun_at, last_step)"
                        + " select id, :sealed, :now, -1 from account where login = :login")
                .param("sealed", sealed)
                .param("now", utc(now))
                .param("login", login.value())
                .update();
    }

    boolean confirm(LoginName login, Instant now) {
        return database.sql("update second_factor set confirmed_at = :now"
                                + " where confirmed_at is null and account_id =" + OF)
                        .param("now", utc(now))
                        .param("login", login.value())
                        .update()
                == 1;
    }

    /** Takes a step of the clock; false when it or a later one was taken before. */
    boolean take(LoginName login, long step) {
        return database.sql("update second_factor set last_step = :step where last_step < :step and account_id =" + OF)
                        .param("step", step)
                        .param("login", login.value())
                        .update()
                == 1;
    }

    boolean delete(LoginName login) {
        deleteCodes(login);
        return database.sql("delete from second_factor where account_id =" + OF)
                        .param("login", login.value())
                        .update()
                == 1;
    }

    void replaceCodes(LoginName login, List<byte[]> digests) {
        deleteCodes(login);
        for (byte[] digest : digests) {
            var _ = database.sql("insert into recovery_code (account_id, digest)"
                            + " select id, :digest from account where login = :login")
                    .param("digest", digest)
                    .param("login", login.value())
                    .update();
        }
    }

    private void deleteCodes(LoginName login) {
        var _ = database.sql("delete from recovery_code where account_id =" + OF)
                .param("login", login.value())
                .update();
    }

    boolean useCode(LoginName login, byte[] digest, Instant now) {
        return database.sql("update recovery_code set used_at = :now"
                                + " where used_at is null and digest = :digest and account_id =" + OF)
                        .param("now", utc(now))
                        .param("digest", digest)
                        .param("login", login.value())
                        .update()
                == 1;
    }

    int codesLeft(LoginName login) {
        return database.sql("select count(*) from recovery_code where used_at is null and account_id =" + OF)
                .param("login", login.value())
                .query(Integer.class)
                .single();
    }

    Optional<Previous> lastSignIn(LoginName login) {
        return database.sql("select at, address from last_sign_in where account_id =" + OF)
                .param("login", login.value())
                .query((row, _) ->
                        new Previous(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(2)))
                .optional();
    }

    void signedIn(LoginName login, Instant now, String address) {
        var _ = database.sql("insert into last_sign_in (account_id, at, address)"
                        + " select id, :now, :address from account where login = :login"
                        + " on duplicate key update at = values(at), address = values(address)")
                .param("now", utc(now))
                .param("address", address)
                .param("login", login.value())
                .update();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime stored) {
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
