package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.BusinessTrack;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementHistory;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementListener;

/** Keeps statements and what follows from them, in the caller's transaction. */
@Component
@InNodeRole
class StatementKeeping {

    private final StatementRows rows;
    private final StandingRows standings;
    private final LogBook log;
    private final ObjectProvider<StatementListener> listeners;
    private final InstantSource clock;

    StatementKeeping(
            StatementRows rows,
            StandingRows standings,
            LogBook log,
            ObjectProvider<StatementListener> listeners,
            InstantSource clock) {
        this.rows = rows;
        this.standings = standings;
        this.log = log;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Makes everybody else wait who wants to say something about the same document at the same recipient. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(Statement statement) {
        standings.lock(
                statement.subject().parcelId(),
                sender(statement),
                recipient(statement),
                Timestamps.millis(clock.instant()));
    }

    /** Keeps a statement whose row of standing is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(KeptStatement kept) {
        AgencyCode recipient = recipient(kept.statement());
        LogEntryId entry = kept.own() ? commitment(kept) : null;
        rows.insert(kept, recipient, entry);
        List<Statement> all = rows.of(kept.statement().subject().parcelId(), recipient).stream()
                .map(KeptStatement::statement)
                .toList();
        standings.write(standing(kept.statement(), new StatementHistory(all)), Timestamps.millis(clock.instant()));
    }

    /** Tells the listeners of what another agency has stated. */
    void tellArrived(KeptStatement kept) {
        listeners.orderedStream().forEach(listener -> listener.arrived(kept));
    }

    /** Tells the listeners of what an agency of this node has stated. */
    void tellStated(KeptStatement kept) {
        listeners.orderedStream().forEach(listener -> listener.stated(kept));
    }

    private LogEntryId commitment(KeptStatement kept) {
        LogCommitment commitment =
                new LogCommitment(LogCommitment.Kind.STATEMENT, kept.signed().sha256());
        return log.append(LogName.EVENTS, LogEntryKind.STATEMENT, WireFormats.LOG_COMMITMENT.encode(commitment));
    }

    static AgencyCode recipient(Statement statement) {
        return statement.kind().isSenders()
                ? statement.subject().to()
                : statement.subject().from();
    }

    static AgencyCode sender(Statement statement) {
        return statement.kind().isSenders()
                ? statement.subject().from()
                : statement.subject().to();
    }

    /** Derives the standing. */
    static Standing standing(Statement any, StatementHistory history) {
        BusinessTrack track = history.track();
        Known status = track.current().orElse(null);
        Optional<Statement> made = history.ordered().stream()
                .filter(statement -> status != null && statement.status() == status)
                .reduce((_, later) -> later);
        Optional<Instant> remindedAt = history.last(StatementKind.REMINDER).map(Statement::at);
        return new Standing(
                any.subject().parcelId(),
                sender(any),
                recipient(any),
                status,
                made.map(Statement::at).orElse(null),
                made.map(Statement::words).orElse(StatementWords.NONE),
                arrivalNumber(history),
                dueDate(history).orElse(null),
                track.recallRequested()
                        ? history.openRecall().map(Statement::id).orElse(null)
                        : null,
                history.last(StatementKind.WITHDRAWN).isPresent(),
                (int) history.ordered().stream()
                        .filter(statement -> statement.kind() == StatementKind.REMINDER)
                        .count(),
                remindedAt.orElse(null));
    }

    private static String arrivalNumber(StatementHistory history) {
        return history.ordered().stream()
                .map(statement -> statement.detail().arrivalNumber())
                .filter(number -> !number.isEmpty())
                .reduce((_, later) -> later)
                .orElse("");
    }

    private static Optional<LocalDate> dueDate(StatementHistory history) {
        return history.ordered().stream()
                .map(statement -> statement.detail().dueDate())
                .filter(Objects::nonNull)
                .reduce((_, later) -> later);
    }
}
