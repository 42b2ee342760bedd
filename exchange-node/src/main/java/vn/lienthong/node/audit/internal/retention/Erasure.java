package vn.lienthong.node.audit.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.RetentionClass;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.audit.internal.Times;
import vn.lienthong.node.audit.retention.Retention;
import vn.lienthong.node.audit.retention.RetentionPolicy;
import vn.lienthong.node.database.Columns;

/** Erases private parts whose period is over and that nobody holds, in batches, each with the event that certifies it. */
@Component
class Erasure implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 400;
    private static final String DUE =
            "select p.event_id from audit_private p join audit_event e on e.event_id = p.event_id"
                    + " where p.retention = ? and p.event_id < ? and not exists (select 1 from audit_hold h"
                    + " where h.released_at is null"
                    + " and (h.object_id is null or h.object_id = e.object_id)"
                    + " and (h.actor is null or h.actor = e.actor)"
                    + " and (h.from_at is null or e.occurred_at >= h.from_at)"
                    + " and (h.until_at is null or e.occurred_at < h.until_at))"
                    + " order by p.event_id limit " + BATCH;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Retention retention;
    private final AuditTrail trail;
    private final InstantSource clock;

    Erasure(
            JdbcClient database,
            TransactionTemplate transactions,
            Retention retention,
            AuditTrail trail,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.retention = retention;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes whoever erases and whoever sets a hold wait for one another, until the end of the transaction. */
    static void guard(JdbcClient database) {
        Integer guard = database.sql("select singleton from audit_guard where singleton = 1 for update")
                .query(Integer.class)
                .single();
        LOG.trace("guard {} taken", guard);
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (RetentionPolicy policy : retention.policies()) {
            Instant end = clock.instant()
                    .atOffset(ZoneOffset.UTC)
                    .minusMonths(policy.months())
                    .toInstant();
            int batches = 0;
            while (batches < MOST_BATCHES && erase(policy.about(), end) == BATCH) {
                batches++;
            }
            forgetSubjects(policy, end);
        }
    }

    /** One batch; returns how many were erased. */
    int erase(RetentionClass about, Instant end) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            guard(database);
            List<byte[]> due = database.sql(DUE)
                    .params(about.name(), EventId.first(end).octets())
                    .query((row, _) -> row.getBytes(1))
                    .list();
            if (!due.isEmpty()) {
                erase(about, end, due);
            }
            return due.size();
        }));
    }

    private void erase(RetentionClass about, Instant end, List<byte[]> due) {
        String places = "(" + String.join(", ", Collections.nCopies(due.size(), "?")) + ")";
        int erased = database.sql("delete from audit_private where event_id in " + places)
                .params(due)
                .update();
        database.sql("update audit_event set address = null where event_id in " + places)
                .params(due)
                .update();
        trail.record(SecurityEvent.of(EventKind.AUDIT_ERASE)
                .on(EventObject.of(EventObject.Kind.SETTING, about))
                .with("count", erased)
                .with("olderThan", Times.text(end))
                .with("first", EventId.of(due.getFirst()))
                .with("last", EventId.of(due.getLast()))
                .with("idsSha256", Sha256.ofParts(due.toArray(byte[][]::new))));
    }

    /** Alerts name whom they are about; that is forgotten with the private parts of what raised them. */
    private void forgetSubjects(RetentionPolicy policy, Instant end) {
        if (policy.about() == RetentionClass.ACCESS) {
            int forgotten = database.sql("update audit_alert set about = null"
                            + " where state = 'CLOSED' and closed_at < ? and about is not null")
                    .param(Columns.of(end))
                    .update();
            LOG.debug("{} alerts forgot their subject", forgotten);
        }
    }
}
