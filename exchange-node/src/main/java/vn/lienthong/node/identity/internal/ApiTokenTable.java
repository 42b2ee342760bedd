package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CertificateDigest;

/** The rows of {@code api_token}. */
@Component
class ApiTokenTable {
    private static final int PRUNED_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    ApiTokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token as stored.
     *
     * @param key the key it stands for
     * @param certificate the certificate it is bound to, or null
     * @param scopes what it may do
     * @param expiresAt when it ends
     */
    record Row(ApiKeyId key, @Nullable CertificateDigest certificate, Set<ApiScope> scopes, Instant expiresAt) {}

    void add(byte[] digest, Row token) {
        CertificateDigest certificate = token.certificate();
        var _ = jdbc.sql("insert into api_token (token_sha256, api_key_id, certificate_sha256, scopes, expires_at)"
                        + " values (:digest, :key, :certificate, :scopes, :expires)")
                .param("digest", digest)
                .param("key", token.key().value())
                .param("certificate", certificate == null ? null : certificate.octets())
                .param(
                        "scopes",
                        token.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .param("expires", LocalDateTime.ofInstant(token.expiresAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(byte[] digest) {
        return jdbc.sql("select * from api_token where token_sha256 = :digest")
                .param("digest", digest)
                .query(ApiTokenTable::row)
                .optional();
    }

    void prune(Instant endedBefore) {
        var _ = jdbc.sql("delete from api_token where expires_at < :before limit " + PRUNED_AT_ONCE)
                .param("before", LocalDateTime.ofInstant(endedBefore, ZoneOffset.UTC))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        byte @Nullable [] certificate = row.getBytes("certificate_sha256");
        return new Row(
                new ApiKeyId(row.getString("api_key_id")),
                certificate == null ? null : CertificateDigest.of(certificate),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .map(ApiScope::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
