package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyEvent;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;

/** API keys in the database. */
@Component
class DatabaseApiKeyStore implements ApiKeyStore {
    private final ApiKeyRows rows;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    DatabaseApiKeyStore(ApiKeyRows rows, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public void add(StoredApiKey key) {
        transactions.executeWithoutResult(_ -> {
            var _ = rows.save(new ApiKeyEntity(key));
            events.publishEvent(new ApiKeyEvent.Issued(
                    key.facts().id(), key.facts().agency(), key.facts().scopes()));
        });
    }

    @Override
    public Optional<StoredApiKey> find(ApiKeyId id) {
        return rows.findById(id.value()).map(ApiKeyEntity::toStored);
    }

    @Override
    public boolean revoke(ApiKeyId id, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done = rows.revoke(id.value(), at) == 1;
            if (done) {
                events.publishEvent(new ApiKeyEvent.Revoked(id));
            }
            return done;
        }));
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
