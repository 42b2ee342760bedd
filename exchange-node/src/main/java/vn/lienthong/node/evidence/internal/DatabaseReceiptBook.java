package vn.lienthong.node.evidence.internal;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.node.evidence.LogPolicies;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.ReceiptIntake;
import vn.lienthong.node.evidence.ReceiptListener;
import vn.lienthong.node.evidence.internal.ReceiptCheckpoint.Outcome;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.platform.InNodeRole;

/** Receipts from the own log, and those of other nodes in the database. */
@InNodeRole
@Service
class DatabaseReceiptBook implements ReceiptBook {

    private final EntityManager entities;
    private final LogBook log;
    private final LogPolicies policies;
    private final NodeKeys keys;
    private final TransactionTemplate transactions;
    private final ObjectProvider<ReceiptListener> listeners;
    private final InstantSource clock;

    DatabaseReceiptBook(
            EntityManager entities,
            LogBook log,
            LogPolicies policies,
            NodeKeys keys,
            TransactionTemplate transactions,
            ObjectProvider<ReceiptListener> listeners,
            InstantSource clock) {
        this.entities = entities;
        this.log = log;
        this.policies = policies;
        this.keys = keys;
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EvidenceId, Receipt> complete(Collection<EvidenceId> evidence) {
        Map<EvidenceId, Receipt> complete = new HashMap<>();
        kept(evidence).forEach(entity -> {
            Receipt receipt = entity.receipt();
            complete.put(receipt.evidence(), receipt);
        });
        Optional<LogPolicy> policy = policies.of(keys.nodeId());
        own(evidence).forEach((id, receipt) -> complete.put(id, ReceiptCheckpoint.describe(id, receipt, policy)));
        return complete;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EvidenceId, LogReceipt> own(Collection<EvidenceId> evidence) {
        Map<LogEntryId, EvidenceId> entries = new HashMap<>();
        for (EvidenceEntity entity : evidence(evidence)) {
            entity.logEntry().ifPresent(entry -> entries.put(entry, new EvidenceId(entity.id())));
        }
        Map<EvidenceId, LogReceipt> receipts = new HashMap<>();
        log.proofs(entries.keySet()).forEach((entry, proof) -> receipts.put(entries.get(entry), parsed(proof)));
        return receipts;
    }

    @Override
    public List<ReceiptIntake> take(NodeId from, String checkpoint, List<LoggedEvidence> offered) {
        Optional<LogPolicy> policy = policies.of(from);
        if (policy.isEmpty()) {
            return undecided(offered, "the keys of that log are not known");
        }
        return switch (ReceiptCheckpoint.check(checkpoint, policy.get())) {
            case Outcome.Bad<ReceiptCheckpoint>(ErrorCode _, String detail) -> refuseAll(offered, detail);
            case Outcome.Open<ReceiptCheckpoint>(String detail) -> undecided(offered, detail);
            case Outcome.Good<ReceiptCheckpoint>(ReceiptCheckpoint good) -> take(from, good, offered);
        };
    }

    private static List<ReceiptIntake> undecided(List<LoggedEvidence> offered, String detail) {
        return offered.stream()
                .map(_ -> (ReceiptIntake) new ReceiptIntake.Undecided(detail))
                .toList();
    }

    private static List<ReceiptIntake> refuseAll(List<LoggedEvidence> offered, String detail) {
        ReceiptIntake refused = new ReceiptIntake.Refused(ErrorCode.RECEIPT_INVALID, detail);
        return offered.stream().map(_ -> refused).toList();
    }

    private List<ReceiptIntake> take(NodeId from, ReceiptCheckpoint checkpoint, List<LoggedEvidence> offered) {
        List<EvidenceId> ids = offered.stream().map(LoggedEvidence::id).toList();
        Map<UUID, EvidenceEntity> held = evidence(ids).stream()
                .filter(entity -> entity.issuer().equals(from) && !from.equals(keys.nodeId()))
                .collect(Collectors.toMap(EvidenceEntity::id, entity -> entity));
        Map<UUID, ReceiptEntity> before = kept(ids).stream()
                .collect(Collectors.toMap(entity -> entity.receipt().evidence().value(), entity -> entity));
        List<ReceiptIntake> answers = new ArrayList<>(offered.size());
        Map<EvidenceId, Receipt> fresh = new HashMap<>();
        for (LoggedEvidence one : offered) {
            EvidenceEntity evidence = held.get(one.id().value());
            if (evidence == null) {
                answers.add(
                        new ReceiptIntake.Refused(ErrorCode.NOT_FOUND, "no evidence of that node with this identity"));
            } else if (before.containsKey(one.id().value()) || fresh.containsKey(one.id())) {
                answers.add(new ReceiptIntake.AlreadyHere());
            } else {
                answers.add(examine(checkpoint, one, evidence, fresh));
            }
        }
        keep(fresh.values(), held);
        return answers;
    }

    private static ReceiptIntake examine(
            ReceiptCheckpoint checkpoint,
            LoggedEvidence offered,
            EvidenceEntity evidence,
            Map<EvidenceId, Receipt> fresh) {
        return switch (checkpoint.receipt(offered, evidence.signed())) {
            case Outcome.Bad<Receipt>(ErrorCode code, String detail) -> new ReceiptIntake.Refused(code, detail);
            case Outcome.Open<Receipt>(String detail) -> new ReceiptIntake.Undecided(detail);
            case Outcome.Good<Receipt>(Receipt receipt) -> {
                fresh.put(offered.id(), receipt);
                yield new ReceiptIntake.Kept();
            }
        };
    }

    private void keep(Collection<Receipt> fresh, Map<UUID, EvidenceEntity> held) {
        if (fresh.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            transactions.executeWithoutResult(_ -> {
                fresh.forEach(receipt -> entities.persist(new ReceiptEntity(receipt, now)));
                tell(fresh, held);
            });
        } catch (DataIntegrityViolationException sentTwice) {
            // The same receipts came by another request meanwhile: keep what is still missing, each by itself.
            fresh.forEach(receipt -> keepUnlessHeld(receipt, held, now));
        }
    }

    private void keepUnlessHeld(Receipt receipt, Map<UUID, EvidenceEntity> held, LocalDateTime now) {
        transactions.executeWithoutResult(_ -> {
            if (entities.find(ReceiptEntity.class, receipt.evidence().value()) == null) {
                entities.persist(new ReceiptEntity(receipt, now));
                tell(List.of(receipt), held);
            }
        });
    }

    private void tell(Collection<Receipt> fresh, Map<UUID, EvidenceEntity> held) {
        List<Evidence> handovers = fresh.stream()
                .flatMap(receipt ->
                        Optional.ofNullable(held.get(receipt.evidence().value())).stream())
                .flatMap(entity -> entity.handover().stream())
                .toList();
        if (!handovers.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.receipted(handovers));
        }
    }

    private List<EvidenceEntity> evidence(Collection<EvidenceId> ids) {
        return entities.createQuery("from EvidenceEntity e where e.id in :ids", EvidenceEntity.class)
                .setParameter("ids", ids.stream().map(EvidenceId::value).toList())
                .getResultList();
    }

    private List<ReceiptEntity> kept(Collection<EvidenceId> ids) {
        return entities.createQuery("from ReceiptEntity r where r.evidenceId in :ids", ReceiptEntity.class)
                .setParameter("ids", ids.stream().map(EvidenceId::value).toList())
                .getResultList();
    }

    private static LogReceipt parsed(Octets proof) {
        try {
            return LogReceipt.parse(proof.toByteArray());
        } catch (LogFormatException e) {
            throw new IllegalStateException("the own log gives no receipts", e);
        }
    }
}
