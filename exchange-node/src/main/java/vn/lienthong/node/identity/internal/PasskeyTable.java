package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Passkeys.PasskeyFacts;

/** Statements on {@code passkey} and {@code passkey_owner}. */
@Component
class PasskeyTable {
    private static final int HANDLE_OCTETS = 32;
    private static final String RECORD = "select p.*, o.handle from passkey p"
            + " join passkey_owner o on o.account_id = p.account_id join account a on a.id = p.account_id ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    List<PasskeyFacts> of(LoginName login) {
        return database.sql("select p.id, p.name, p.created_at, p.used_at from passkey p"
                        + " join account a on a.id = p.account_id where a.login = :login order by p.id")
                .param("login", login.value())
                .query((row, _) -> new PasskeyFacts(
                        row.getLong("id"),
                        row.getString("name"),
                        Objects.requireNonNull(instant(row, "created_at")),
                        instant(row, "used_at")))
                .list();
    }

    int number(LoginName login) {
        return database.sql(
                        "select count(*) from passkey p join account a on a.id = p.account_id where a.login = :login")
                .param("login", login.value())
                .query(Integer.class)
                .single();
    }

    /** Nobody else adds, removes or resets factors of the account before the end of the transaction. */
    void lock(LoginName login) {
        var _ = database.sql("select id from account where login = :login for update")
                .param("login", login.value())
                .query(Long.class)
                .optional();
    }

    /** What browsers know an account by; random, and drawn when it is first needed. */
    byte[] handle(LoginName login) {
        byte[] fresh = new byte[HANDLE_OCTETS];
        random.nextBytes(fresh);
        var _ = database.sql("insert ignore into passkey_owner (account_id, handle)"
                        + " select id, :handle from account where login = :login")
                .param("handle", fresh)
                .param("login", login.value())
                .update();
        return database.sql("select o.handle from passkey_owner o join account a on a.id = o.account_id"
                        + " where a.login = :login")
                .param("login", login.value())
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    Optional<LoginName> owner(byte[] handle) {
        return database.sql("select a.login from account a join passkey_owner o on o.account_id = a.id"
                        + " where o.handle = :handle")
                .param("handle", handle)
                .query((row, _) -> new LoginName(row.getString(1)))
                .optional();
    }

    Optional<CredentialRecord> find(byte[] credential) {
        return database.sql(RECORD + "where p.credential_sha256 = :digest")
                .param("digest", Digests.sha256(credential))
                .query((row, _) -> record(row))
                .optional();
    }

    List<CredentialRecord> records(byte[] handle) {
        return database.sql(RECORD + "where o.handle = :handle order by p.id")
                .param("handle", handle)
                .query((row, _) -> record(row))
                .list();
    }

    void add(CredentialRecord fresh) {
        var _ = database.sql("insert into passkey (account_id, credential_id, credential_sha256, name, public_key,"
                        + " sign_count, verifies_person, backup_eligible, backed_up, transports, attestation,"
                        + " client_data, created_at) select account_id, :id, :digest, :name, :key, :count,"
                        + " :verifies, :eligible, :backed, :transports, :attestation, :data, :now from"
                        + " passkey_owner where handle = :handle")
                .param("id", fresh.getCredentialId().getBytes())
                .param("digest", Digests.sha256(fresh.getCredentialId().getBytes()))
                .param("name", fresh.getLabel())
                .param("key", fresh.getPublicKey().getBytes())
                .param("count", fresh.getSignatureCount())
                .param("verifies", fresh.isUvInitialized())
                .param("eligible", fresh.isBackupEligible())
                .param("backed", fresh.isBackupState())
                .param("transports", transports(fresh))
                .param("attestation", octets(fresh.getAttestationObject()))
                .param("data", octets(fresh.getAttestationClientDataJSON()))
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("handle", fresh.getUserEntityUserId().getBytes())
                .update();
    }

    /** Notes a use; false when the counter did not grow: a copy of the key exists, or the answer came twice. */
    boolean used(CredentialRecord now) {
        return database.sql("update passkey set sign_count = :count, used_at = :now"
                                + " where credential_sha256 = :digest"
                                + " and (sign_count < :count or (sign_count = 0 and :count = 0))")
                        .param("count", now.getSignatureCount())
                        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("digest", Digests.sha256(now.getCredentialId().getBytes()))
                        .update()
                == 1;
    }

    boolean remove(LoginName login, long passkey) {
        return database.sql("delete from passkey where id = :id"
                                + " and account_id = (select id from account where login = :login)")
                        .param("id", passkey)
                        .param("login", login.value())
                        .update()
                == 1;
    }

    int removeAll(LoginName login) {
        return database.sql("delete from passkey where account_id = (select id from account where login = :login)")
                .param("login", login.value())
                .update();
    }

    private static String transports(CredentialRecord fresh) {
        return fresh.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .filter(value -> value.matches("[a-z-]{1,12}"))
                .sorted()
                .limit(6)
                .collect(Collectors.joining(" "));
    }

    private static byte[] octets(@Nullable Bytes value) {
        return value == null ? new byte[0] : value.getBytes();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verifies_person"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream(row.getString("transports").split(" ", -1))
                        .filter(value -> !value.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(Objects.requireNonNull(instant(row, "created_at")))
                .label(row.getString("name"))
                .build();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}
