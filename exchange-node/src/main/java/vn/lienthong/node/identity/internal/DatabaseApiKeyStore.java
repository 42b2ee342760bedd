package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyEvent;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.CertificateDigest;

/** API keys in the database. */
@Component
class DatabaseApiKeyStore implements ApiKeyStore {
    private static final int MOST_BOUND = 50;
    private static final int MOST_EXPIRING = 500;

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
        transactions.executeWithoutResult(_ -> save(key));
    }

    private void save(StoredApiKey key) {
        var _ = rows.save(new ApiKeyEntity(key));
        ApiKeyFacts facts = key.facts();
        events.publishEvent(new ApiKeyEvent.Issued(
                facts.id(), facts.agency(), facts.scopes(), facts.bounds().kind()));
    }

    @Override
    public boolean replace(ApiKeyId old, Instant until, StoredApiKey successor) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            ApiKeyId next = successor.facts().id();
            boolean done = rows.replace(old.value(), next.value(), until) == 1;
            if (done) {
                save(successor);
                events.publishEvent(new ApiKeyEvent.Rotated(old, next, until));
            }
            return done;
        }));
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
    public void used(ApiKeyId id, Instant at, String from, Instant unless) {
        var _ = rows.used(id.value(), at, from, unless);
    }

    @Override
    public List<ApiKeyFacts> boundTo(CertificateDigest certificate) {
        return facts(
                rows.findByCertificateSha256OrderByCreatedAtDescIdDesc(certificate.octets(), Limit.of(MOST_BOUND)));
    }

    @Override
    public List<ApiKeyFacts> expiring(Instant now, Instant before) {
        return facts(rows.expiring(now, before, Limit.of(MOST_EXPIRING)));
    }

    @Override
    public List<ApiKeyFacts> list(AgencyCode agency) {
        return facts(rows.findByAgencyOrderByCreatedAtDescIdDesc(agency.value()));
    }

    private static List<ApiKeyFacts> facts(List<ApiKeyEntity> found) {
        return found.stream().map(ApiKeyEntity::facts).toList();
    }
}
