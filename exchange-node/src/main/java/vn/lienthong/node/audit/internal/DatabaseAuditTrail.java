package vn.lienthong.node.audit.internal;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventRecorded;
import vn.lienthong.node.audit.RecordingFailedException;
import vn.lienthong.node.audit.SecurityEvent;

/** Records into the database of the installation and its log. */
@Service
class DatabaseAuditTrail implements AuditTrail, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAuditTrail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** A refusal must not keep a stranger waiting; the sum counts what took longer. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);

    private final EventPreparation preparation;
    private final EventRows rows;
    private final ApplicationEventPublisher news;
    private final GroupCommit group;
    private final FloodGate gate = new FloodGate();

    DatabaseAuditTrail(
            EventPreparation preparation,
            EventRows rows,
            TransactionTemplate transactions,
            ApplicationEventPublisher news) {
        this.preparation = preparation;
        this.rows = rows;
        this.news = news;
        this.group = new GroupCommit(events -> transactions.executeWithoutResult(_ -> rows.insert(events)), PATIENCE)
                .start();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public EventId record(SecurityEvent event) {
        PreparedEvent prepared = preparation.prepare(event);
        rows.insert(List.of(prepared));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(prepared);
            }
        });
        return prepared.id();
    }

    @Override
    public EventId recordNow(SecurityEvent event) {
        PreparedEvent prepared = preparation.prepare(event);
        group.commit(prepared);
        tell(prepared);
        return prepared.id();
    }

    @Override
    public void recordRefusal(SecurityEvent event) {
        try {
            PreparedEvent prepared = preparation.prepare(event);
            if (gate.pass(prepared.event())) {
                store(prepared);
            }
        } catch (RuntimeException failed) {
            // The refusal stands in any case; the next sum will count this one.
            gate.missed(event);
            LOG.warn("a refusal could not be recorded now", failed);
        }
    }

    private void store(PreparedEvent prepared) {
        group.commit(prepared, SHORT_PATIENCE);
        tell(prepared);
    }

    /** Records what the last minute held back. */
    void settle() {
        for (SecurityEvent sum : gate.nextMinute()) {
            try {
                LOG.debug("sum of refusals recorded: {}", recordNow(sum));
            } catch (RecordingFailedException failed) {
                gate.back(sum);
                LOG.warn("the sum of refusals could not be recorded now", failed);
            }
        }
    }

    private void tell(PreparedEvent prepared) {
        news.publishEvent(new EventRecorded(prepared.id(), prepared.event()));
    }

    @Override
    public void destroy() {
        settle();
        group.close();
    }
}
