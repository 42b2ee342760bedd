package vn.lienthong.node.evidence.internal;

import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.IssuerRegister;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.InNodeRole;

/** Evidence signed by the node's own key and kept in the node's database. */
@InNodeRole
@Service
class DatabaseEvidenceBook implements EvidenceBook {

    private final EntityManager entities;
    private final NodeKeys keys;
    private final IssuerRegister issuers;
    private final LogBook log;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    DatabaseEvidenceBook(
            EntityManager entities,
            NodeKeys keys,
            IssuerRegister issuers,
            LogBook log,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.entities = entities;
        this.keys = keys;
        this.issuers = issuers;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public StoredEvidence sign(EvidenceDraft draft) {
        SigningKey key = keys.signingKey();
        Evidence evidence = new Evidence(
                new EvidenceId(ids.next()),
                draft.event(),
                clock.instant(),
                new EvidenceIssuer(keys.nodeId(), fingerprint(key.certificate())),
                draft.subject(),
                draft.digests(),
                draft.claim(),
                draft.reasons(),
                draft.previous(),
                judgesKeys(draft.event()) ? issuers.head().orElse(null) : null);
        byte[] octets = WireFormats.EVIDENCE.encode(evidence);
        byte[] signature = DetachedSignature.sign(octets, key, evidence.time());
        return new StoredEvidence(evidence, new SignedEvidence(Octets.of(octets), Octets.of(signature)));
    }

    /** Submission and consignment hang on the keys of others; what the recipient does afterwards does not. */
    private static boolean judgesKeys(EvidenceEvent event) {
        return event.stage() == EvidenceEvent.Stage.SUBMISSION || event == EvidenceEvent.CONTENT_CONSIGNMENT;
    }

    @Override
    public EvidenceIntake check(SignedEvidence signed, NodeId from) {
        byte[] octets = signed.octets().toByteArray();
        return switch (WireFormats.EVIDENCE.decode(octets)) {
            case Decoded.Malformed<Evidence>(String reason, String where) ->
                new EvidenceIntake.Refused(ErrorCode.EVIDENCE_INVALID, reason + " at " + where);
            case Decoded.Value<Evidence>(Evidence evidence) -> check(evidence, signed, octets, from);
        };
    }

    private EvidenceIntake check(Evidence evidence, SignedEvidence signed, byte[] octets, NodeId from) {
        if (!evidence.issuer().node().equals(from)) {
            return new EvidenceIntake.Refused(ErrorCode.EVIDENCE_INVALID, "issued by another node than the sender");
        }
        Optional<X509Certificate> certificate =
                issuers.signingCertificate(from, evidence.issuer().certificate());
        if (certificate.isEmpty()) {
            return new EvidenceIntake.Refused(ErrorCode.EVIDENCE_INVALID, "signing certificate is not listed");
        }
        byte[] signature = signed.signature().toByteArray();
        return switch (DetachedSignature.verify(octets, signature, certificate.get())) {
            case SignatureCheck.Valid _ -> new EvidenceIntake.Genuine(new StoredEvidence(evidence, signed));
            case SignatureCheck.Invalid(SignatureCheck.Reason reason, String _) ->
                new EvidenceIntake.Refused(ErrorCode.EVIDENCE_INVALID, "signature " + reason);
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<StoredEvidence> evidence) {
        List<byte[]> commitments = evidence.stream()
                .filter(this::isOwn)
                .map(stored -> WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(stored.signed())))
                .toList();
        Iterator<LogEntryId> entries = log.appendAll(LogName.EVENTS, LogEntryKind.EVIDENCE, commitments)
                .iterator();
        for (StoredEvidence stored : evidence) {
            entities.persist(new EvidenceEntity(stored, isOwn(stored) ? entries.next() : null));
        }
    }

    private boolean isOwn(StoredEvidence stored) {
        return stored.evidence().issuer().node().equals(keys.nodeId());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(EvidenceId id) {
        return !entities.createQuery("select 1 from EvidenceEntity e where e.id = :id", Integer.class)
                .setParameter("id", id.value())
                .getResultList()
                .isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredEvidence> ofParcel(ParcelId parcelId) {
        return entities
                .createQuery(
                        "from EvidenceEntity e where e.parcelId = :parcel order by e.eventTime, e.id",
                        EvidenceEntity.class)
                .setParameter("parcel", parcelId.value())
                .getResultList()
                .stream()
                .map(DatabaseEvidenceBook::stored)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredEvidence> find(EvidenceId id) {
        return Optional.ofNullable(entities.find(EvidenceEntity.class, id.value()))
                .map(DatabaseEvidenceBook::stored);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PreviousEvidence> lastOwn(EvidenceSubject subject) {
        return ofParcel(subject.parcelId()).stream()
                .filter(stored -> stored.evidence().issuer().node().equals(keys.nodeId()))
                .filter(stored -> stored.evidence().subject().isAbout(subject))
                .reduce((_, later) -> later)
                .map(StoredEvidence::asPrevious);
    }

    private static StoredEvidence stored(EvidenceEntity entity) {
        SignedEvidence signed = entity.signed();
        return switch (WireFormats.EVIDENCE.decode(signed.octets().toByteArray())) {
            case Decoded.Value<Evidence>(Evidence evidence) -> new StoredEvidence(evidence, signed);
            case Decoded.Malformed<Evidence>(String reason, String _) ->
                throw new IllegalStateException("evidence in the database was damaged: " + reason);
        };
    }

    private static Sha256 fingerprint(X509Certificate certificate) {
        return Sha256.ofParts(Certificates.encode(certificate));
    }
}
