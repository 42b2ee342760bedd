package vn.lienthong.node.secret.internal;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** The table of personal keys. */
@InNodeRole
@Component
class PersonRows {

    private static final String COLUMNS = "login, generation, made_at, kem_certificate, classical_certificate,"
            + " post_quantum_certificate, private_keys, wrong_pins, locked_until, lost";

    private final JdbcClient database;

    PersonRows(JdbcClient database) {
        this.database = database;
    }

    Optional<PersonRow> find(LoginName login) {
        return database.sql("select " + COLUMNS + " from secret_person where login = ?")
                .param(login.value())
                .query((row, _) -> person(row))
                .optional();
    }

    /** The keys that shares can be sealed to now, of those of these people who have some. */
    Map<LoginName, PublicKey> keys(Collection<LoginName> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select " + COLUMNS + " from secret_person where private_keys is not null and login in (:logins)")
                .param("logins", logins.stream().map(LoginName::value).toList())
                .query((row, _) -> person(row))
                .list()
                .stream()
                .collect(Collectors.toMap(PersonRow::login, row -> row.kem().getPublicKey()));
    }

    /** Writes a first set; false when there is one already. */
    boolean insert(LoginName login, List<X509Certificate> certificates, byte[] sealed, Instant now) {
        return database.sql("insert ignore into secret_person (login, generation, made_at, kem_certificate,"
                                + " classical_certificate, post_quantum_certificate, private_keys, wrong_pins, lost)"
                                + " values (?, 1, ?, ?, ?, ?, ?, 0, 0)")
                        .params(
                                login.value(),
                                Columns.of(now),
                                Certificates.encode(certificates.getFirst()),
                                Certificates.encode(certificates.get(1)),
                                Certificates.encode(certificates.get(2)),
                                sealed)
                        .update()
                == 1;
    }

    /** Writes another set in the place of the one of this generation; false when somebody else did. */
    boolean replace(PersonRow old, List<X509Certificate> certificates, byte[] sealed, Instant now, int lost) {
        return database.sql("update secret_person set generation = generation + 1, made_at = ?, kem_certificate = ?,"
                                + " classical_certificate = ?, post_quantum_certificate = ?, private_keys = ?,"
                                + " wrong_pins = 0, locked_until = null, revoked_at = null, lost = lost + ?"
                                + " where login = ? and generation = ?")
                        .params(
                                Columns.of(now),
                                Certificates.encode(certificates.getFirst()),
                                Certificates.encode(certificates.get(1)),
                                Certificates.encode(certificates.get(2)),
                                sealed,
                                lost,
                                old.login().value(),
                                old.generation())
                        .update()
                == 1;
    }

    boolean reseal(PersonRow row, byte[] sealed) {
        return database.sql("update secret_person set private_keys = ? where login = ? and generation = ?"
                                + " and private_keys is not null")
                        .params(sealed, row.login().value(), row.generation())
                        .update()
                == 1;
    }

    /**
     * Counts a try before it is made, so that tries at once are counted as well.
     *
     * @return the tries with this one; empty when a lock-out stands
     */
    Optional<Integer> countTry(LoginName login, Instant now) {
        int counted = database.sql("update secret_person set wrong_pins = wrong_pins + 1, locked_until = null"
                        + " where login = ? and private_keys is not null"
                        + " and (locked_until is null or locked_until <= ?)")
                .params(login.value(), Columns.of(now))
                .update();
        return counted == 0
                ? Optional.empty()
                : database.sql("select wrong_pins from secret_person where login = ?")
                        .param(login.value())
                        .query(Integer.class)
                        .optional();
    }

    void lockOut(LoginName login, Instant until) {
        int _ = database.sql("update secret_person set locked_until = ? where login = ?")
                .params(Columns.of(until), login.value())
                .update();
    }

    void rightPin(LoginName login) {
        int _ = database.sql("update secret_person set wrong_pins = 0, locked_until = null where login = ?")
                .param(login.value())
                .update();
    }

    boolean revoke(LoginName login, Instant now) {
        return database.sql("update secret_person set private_keys = null, revoked_at = ? where login = ?"
                                + " and private_keys is not null")
                        .params(Columns.of(now), login.value())
                        .update()
                == 1;
    }

    /** Destroys every share that is sealed to a person. */
    int destroyShares(LoginName login) {
        return database.sql("update secret_reader set sealed = null where login = ? and sealed is not null")
                        .param(login.value())
                        .update()
                + database.sql("delete from secret_share where login = ?")
                        .param(login.value())
                        .update()
                + database.sql("delete from secret_consent where asking = ?")
                        .param(login.value())
                        .update();
    }

    private static PersonRow person(ResultSet row) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("private_keys");
        return new PersonRow(
                new LoginName(row.getString("login")),
                row.getInt("generation"),
                Columns.instant(row, "made_at"),
                List.of(
                        certificate(row, "kem_certificate"),
                        certificate(row, "classical_certificate"),
                        certificate(row, "post_quantum_certificate")),
                sealed == null ? null : Octets.of(sealed),
                row.getInt("wrong_pins"),
                Columns.instantOrNull(row, "locked_until"),
                row.getInt("lost"));
    }

    private static X509Certificate certificate(ResultSet row, String column) throws SQLException {
        try {
            return Certificates.decode(row.getBytes(column));
        } catch (CertificateException damaged) {
            throw new SQLException("a certificate in secret_person cannot be read", damaged);
        }
    }
}
