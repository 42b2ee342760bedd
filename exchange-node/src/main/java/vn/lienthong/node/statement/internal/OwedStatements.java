package vn.lienthong.node.statement.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.SettlementListener;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.statement.internal.OwedRows.Owed;

/**
 * States what follows from what happened: 01 when a parcel was consigned, 02 when it was refused, 03 when somebody took it over.
 *
 * <p>Guarantees: what is owed is noted in the transaction of what happened, and stated exactly once. 02 is stated in the transaction
 * itself, with the reason as it was written. 01 and 03 follow a moment later, so that accepting parcels does not wait for
 * signatures.
 */
@Component
@InNodeRole
class OwedStatements implements ArrivalListener, SettlementListener {

    /** How long to wait for an agency that has no keys at the moment. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(OwedStatements.class);

    /** How many are stated in one transaction. */
    static final int PER_ROUND = 64;

    private static final String SEPARATOR = ": ";

    private final OwedRows rows;
    private final Statements statements;
    private final ParcelParties parties;
    private final OwedSignal signal;
    private final StatementTransactions transactions;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    OwedStatements(
            OwedRows rows,
            Statements statements,
            ParcelParties parties,
            OwedSignal signal,
            StatementTransactions transactions,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.rows = rows;
        this.statements = statements;
        this.parties = parties;
        this.signal = signal;
        this.transactions = transactions;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(List<Arrival> arrivals) {
        owe(arrivals.stream()
                .map(arrival -> new Owed(arrival.parcelId(), arrival.recipient(), Known.ARRIVED))
                .toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(SettledEntry entry) {
        switch (entry.state()) {
            case HANDED_OVER -> owe(List.of(new Owed(entry.parcelId(), entry.recipient(), Known.RECEIVED)));
            case REFUSED -> refuse(entry);
            case ARRIVED, WITHDRAWN -> LOG.trace("nothing follows from {}", entry.state());
        }
    }

    private void refuse(SettledEntry entry) {
        StatementOrder order = StatementOrder.status(
                entry.parcelId(), entry.recipient(), entry.sender(), Known.REFUSED, words(entry.reasons()));
        if (statements.send(order) instanceof SendAnswer.NotSent(SendAnswer.Reason reason)) {
            LOG.atError()
                    .addKeyValue("parcel", entry.parcelId())
                    .addKeyValue("recipient", entry.recipient())
                    .log("the refusal goes out as evidence only: {}", reason);
        }
    }

    /** The reason of a clerk is a code and, behind it, words. */
    private static StatementWords words(List<EvidenceReason> reasons) {
        String detail = reasons.isEmpty() ? "" : reasons.getFirst().detail();
        int end = detail.indexOf(SEPARATOR);
        return end < 0
                ? new StatementWords(detail.isEmpty() ? "OTHER" : detail, "")
                : new StatementWords(detail.substring(0, end), detail.substring(end + SEPARATOR.length()));
    }

    private void owe(List<Owed> owed) {
        if (owed.isEmpty()) {
            return;
        }
        rows.add(owed, Timestamps.millis(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.waiting();
            }
        });
    }

    /** States what is due; returns how many that were. */
    int round() {
        Instant now = Timestamps.millis(clock.instant());
        int stated = transactions.call(() -> {
            List<Owed> due = rows.due(now, PER_ROUND).stream()
                    .sorted(Comparator.comparing(Owed::parcel).thenComparing(Owed::recipient))
                    .toList();
            List<Owed> settled = new ArrayList<>();
            List<Owed> open = new ArrayList<>();
            due.forEach(one -> (isStated(one) ? settled : open).add(one));
            rows.settled(settled);
            rows.later(open, now.plus(PAUSE));
            return due.size();
        });
        if (stated > 0) {
            crashPoints.reach(StatementCrashPoints.STATED);
        }
        return stated;
    }

    private boolean isStated(Owed owed) {
        Optional<AgencyCode> sender =
                parties.arrived(owed.parcel(), owed.recipient()).map(ParcelParties.Arrived::sender);
        if (sender.isEmpty()) {
            return true;
        }
        StatementOrder order = StatementOrder.status(owed.parcel(), owed.recipient(), sender.get(), owed.status());
        return switch (statements.send(order)) {
            case SendAnswer.Sent _, SendAnswer.Repeated _ -> true;
            case SendAnswer.NotSent(SendAnswer.Reason reason) -> reason != SendAnswer.Reason.NO_KEYS;
        };
    }
}
