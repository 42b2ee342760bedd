package vn.lienthong.node.statement.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.StatementIntake;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;

/** Takes statements from other nodes: checks each, then keeps all that hold, with what follows from them, in one transaction. */
@Component
@InNodeRole
class StatementReception implements StatementIntake {

    private static final Logger LOG = LoggerFactory.getLogger(StatementReception.class);

    private final StatementJudge judge;
    private final StatementRows rows;
    private final StatementKeeping keeping;
    private final StatementTransactions transactions;
    private final AuditTrail trail;
    private final CrashPoints crashPoints;

    StatementReception(
            StatementJudge judge,
            StatementRows rows,
            StatementKeeping keeping,
            StatementTransactions transactions,
            AuditTrail trail,
            CrashPoints crashPoints) {
        this.judge = judge;
        this.rows = rows;
        this.keeping = keeping;
        this.transactions = transactions;
        this.trail = trail;
        this.crashPoints = crashPoints;
    }

    @Override
    public Optional<List<EvidenceAnswer>> take(NodeId from, List<SignedStatement> batch) {
        List<Statement> read =
                batch.stream().flatMap(signed -> read(signed).stream()).toList();
        if (read.size() < batch.size()) {
            return Optional.empty();
        }
        List<EvidenceAnswer> answers = new ArrayList<>();
        List<KeptStatement> fresh = new ArrayList<>();
        Set<StatementId> seen = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            Statement statement = read.get(i);
            answers.add(
                    seen.add(statement.id())
                            ? answer(from, batch.get(i), statement, fresh)
                            : new EvidenceAnswer.AlreadyHere(name(statement)));
        }
        keep(fresh);
        return Optional.of(List.copyOf(answers));
    }

    private static Optional<Statement> read(SignedStatement signed) {
        return WireFormats.STATEMENT.decode(signed.octets().toByteArray())
                        instanceof Decoded.Value<Statement>(Statement statement)
                ? Optional.of(statement)
                : Optional.empty();
    }

    private EvidenceAnswer answer(NodeId from, SignedStatement signed, Statement statement, List<KeptStatement> fresh) {
        Optional<KeptStatement> held = rows.find(statement.id());
        if (held.isPresent()) {
            return held.get().signed().octets().equals(signed.octets())
                    ? new EvidenceAnswer.AlreadyHere(name(statement))
                    : refused(from, statement, ErrorCode.STATEMENT_INVALID, "another statement has this identity");
        }
        return switch (judge.judge(from, signed, statement)) {
            case StatementJudge.Verdict.Unsound(ErrorCode code, String detail) ->
                refused(from, statement, code, detail);
            case StatementJudge.Verdict.Genuine(KeptStatement genuine) -> {
                fresh.add(genuine);
                yield new EvidenceAnswer.Stored(name(statement));
            }
        };
    }

    private EvidenceAnswer refused(NodeId from, Statement statement, ErrorCode code, String detail) {
        LOG.atWarn()
                .addKeyValue("peer", from)
                .addKeyValue("parcel", statement.subject().parcelId())
                .addKeyValue("code", code.code())
                .log("statement refused: {}", detail);
        // A statement may overtake its parcel: that is no event.
        if (code != ErrorCode.NOT_FOUND) {
            trail.recordRefusal(SecurityEvent.blocked(EventKind.STATEMENT_REFUSE, code.code())
                    .by(Actor.node(from.value()))
                    .on(EventObject.document(statement.subject().parcelId()))
                    .with("statement", statement.id().value()));
        }
        return new EvidenceAnswer.Refused(name(statement), code);
    }

    private void keep(List<KeptStatement> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        // One order for all transactions, so that two of them never wait for each other.
        List<KeptStatement> ordered = fresh.stream()
                .sorted(Comparator.comparing((KeptStatement kept) ->
                                kept.statement().subject().parcelId())
                        .thenComparing(kept -> StatementKeeping.recipient(kept.statement()))
                        .thenComparing(kept -> kept.statement().id()))
                .toList();
        try {
            commit(ordered);
        } catch (DataIntegrityViolationException sentTwice) {
            // The same statement came by another request meanwhile: keep what is still new, each by itself.
            ordered.forEach(kept -> commit(List.of(kept)));
        }
        crashPoints.reach(StatementCrashPoints.TAKEN);
    }

    private void commit(List<KeptStatement> statements) {
        int kept = transactions.call(() -> {
            int count = 0;
            for (KeptStatement statement : statements) {
                keeping.lock(statement.statement());
                if (rows.find(statement.statement().id()).isEmpty()) {
                    keeping.keep(statement);
                    keeping.tellArrived(statement);
                    count++;
                }
            }
            return count;
        });
        LOG.debug("kept {} of {} statements", kept, statements.size());
    }

    /** Statements are answered like evidence, and named like it. */
    private static EvidenceId name(Statement statement) {
        return new EvidenceId(statement.id().value());
    }
}
