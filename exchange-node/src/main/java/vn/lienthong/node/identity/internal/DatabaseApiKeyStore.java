package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;

/** API keys in the database. */
@Component
class DatabaseApiKeyStore implements ApiKeyStore {
    private final ApiKeyRows rows;

    DatabaseApiKeyStore(ApiKeyRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(StoredApiKey key) {
        var _ = rows.save(new ApiKeyEntity(key));
    }

    @Override
    public Optional<StoredApiKey> find(ApiKeyId id) {
        return rows.findById(id.value()).map(ApiKeyEntity::toStored);
    }

    @Override
    public boolean revoke(ApiKeyId id, Instant at) {
        return rows.revoke(id.value(), at) == 1;
    }

    @Override
    public void used(ApiKeyId id, Instant at) {
        var _ = rows.used(id.value(), at);
    }

    @Override
    public List<ApiKeyFacts> list(AgencyCode agency) {
        return rows.findByAgencyOrderByCreatedAtDescIdDesc(agency.value()).stream()
                .map(ApiKeyEntity::facts)
                .toList();
    }
}
