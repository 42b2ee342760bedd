package vn.lienthong.node.evidence.internal;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.platform.InNodeRole;

/** The evidence to which entries of the own log commit. */
@InNodeRole
@Component
class EvidenceContent implements LoggedContent {

    private final EntityManager entities;

    EvidenceContent(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public LogCommitment.Kind kind() {
        return LogCommitment.Kind.EVIDENCE;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries) {
        return entities
                .createQuery("from EvidenceEntity e where e.logEntry in :entries", EvidenceEntity.class)
                .setParameter("entries", entries.stream().map(LogEntryId::value).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.logEntry().orElseThrow(), row -> row.signed().sha256(), (first, _) -> first));
    }
}
