package vn.lienthong.node.evidence.internal;

import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.evidence.IssuerRegister;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.platform.InNodeRole;

/** The evidence to which entries of the own log commit, and that of other nodes, which is held against its own signature. */
@InNodeRole
@Component
class EvidenceContent implements LoggedContent {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final NodeKeys keys;
    private final IssuerRegister issuers;

    EvidenceContent(EntityManager entities, NodeKeys keys, IssuerRegister issuers) {
        this.entities = entities;
        this.keys = keys;
        this.issuers = issuers;
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
                        row -> row.logEntry().orElseThrow(), EvidenceEntity::digest, (first, _) -> first));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> after(@Nullable UUID last, int limit) {
        return entities
                .createQuery("from EvidenceEntity e where e.id > :last order by e.id", EvidenceEntity.class)
                .setParameter("last", last == null ? FIRST : last)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::held)
                .toList();
    }

    private Held held(EvidenceEntity row) {
        try {
            boolean logged = row.isOwn() || row.issuer().equals(keys.nodeId());
            return new Held(
                    row.id(), logged, row.logEntry().orElse(null), row.digest(), fault(row, row.signed(), logged));
        } catch (IllegalArgumentException damaged) {
            return new Held(row.id(), true, null, row.digest(), "the row holds what this program never writes");
        }
    }

    private @Nullable String fault(EvidenceEntity row, SignedEvidence signed, boolean logged) {
        byte[] octets = signed.octets().toByteArray();
        if (!(WireFormats.EVIDENCE.decode(octets) instanceof Decoded.Value<Evidence>(Evidence evidence))) {
            return "the octets are no evidence";
        }
        @Nullable String column = row.falseColumn(evidence);
        if (column != null) {
            return "the column " + column + " is not what the evidence says";
        }
        if (row.isOwn() != logged || row.isOwn() != row.logEntry().isPresent()) {
            return "own evidence and entries of the log do not belong together";
        }
        // A certificate that is not listed any more says nothing against what was signed with it when it was.
        Optional<X509Certificate> certificate = issuers.signingCertificate(
                evidence.issuer().node(), evidence.issuer().certificate());
        return certificate
                        .map(known -> DetachedSignature.verify(
                                octets, signed.signature().toByteArray(), known))
                        .filter(SignatureCheck.Invalid.class::isInstance)
                        .isPresent()
                ? "the signature is not one of the issuer over these octets"
                : null;
    }
}
