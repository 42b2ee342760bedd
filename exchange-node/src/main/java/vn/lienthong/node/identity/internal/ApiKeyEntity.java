package vn.lienthong.node.identity.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AllowedNetwork;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CertificateDigest;

/** One row of {@code api_key} with its scopes. */
@Entity
@Table(name = "api_key")
public class ApiKeyEntity {
    @Id
    private String id = "";

    @Column(name = "secret_sha256")
    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] secretSha256 = new byte[0];

    private String agency = "";

    private String label = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "last_used_from")
    private @Nullable String lastUsedFrom;

    @Column(name = "replaced_by")
    private @Nullable String replacedBy;

    @Enumerated(EnumType.STRING)
    private ApiKeyKind kind = ApiKeyKind.TEST;

    private String networks = "";

    @Column(name = "certificate_sha256")
    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] certificateSha256;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_scope", joinColumns = @JoinColumn(name = "api_key_id"))
    @Column(name = "scope")
    @Enumerated(EnumType.STRING)
    private Set<ApiScope> scopes = new HashSet<>();

    /** For Hibernate. */
    protected ApiKeyEntity() {}

    ApiKeyEntity(StoredApiKey key) {
        ApiKeyFacts facts = key.facts();
        this.id = facts.id().value();
        this.secretSha256 = key.secretSha256();
        this.agency = facts.agency().value();
        this.label = facts.label();
        this.createdAt = facts.createdAt();
        this.expiresAt = facts.expiresAt();
        this.revokedAt = facts.use().revokedAt();
        this.lastUsedAt = facts.use().lastUsedAt();
        this.lastUsedFrom = facts.use().lastUsedFrom();
        this.kind = facts.bounds().kind();
        this.networks =
                facts.bounds().networks().stream().map(AllowedNetwork::text).collect(Collectors.joining(" "));
        CertificateDigest certificate = facts.bounds().certificate();
        this.certificateSha256 = certificate == null ? null : certificate.octets();
        this.scopes = new HashSet<>(facts.scopes());
    }

    StoredApiKey toStored() {
        return new StoredApiKey(facts(), secretSha256);
    }

    ApiKeyFacts facts() {
        return new ApiKeyFacts(
                new ApiKeyId(id),
                new AgencyCode(agency),
                label,
                scopes,
                createdAt,
                expiresAt,
                bounds(),
                new ApiKeyFacts.Use(
                        revokedAt, lastUsedAt, lastUsedFrom, replacedBy == null ? null : new ApiKeyId(replacedBy)));
    }

    private ApiKeyBounds bounds() {
        List<AllowedNetwork> named = networks.isEmpty()
                ? List.of()
                : Stream.of(networks.split(" ", -1)).map(AllowedNetwork::new).toList();
        return new ApiKeyBounds(
                kind, named, certificateSha256 == null ? null : CertificateDigest.of(certificateSha256));
    }
}
