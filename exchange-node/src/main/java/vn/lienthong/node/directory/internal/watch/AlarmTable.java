package vn.lienthong.node.directory.internal.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.directory.DirectoryAlarm;
import vn.lienthong.node.directory.DirectoryAlarms;

/** The alarms in the database. */
public final class AlarmTable implements DirectoryAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmTable.class);
    private static final int MOST = 200;
    private static final int LONGEST = 500;
    private static final String COLUMNS = "select alarm_id, kind, code, subject, sequence, entry_index, detail, halts,"
            + " raised_at, resolved_at, resolved_by, resolution from directory_alarm";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private volatile long openCount;

    /** Keeps them in this database. */
    public AlarmTable(
            JdbcClient database,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        count();
    }

    /**
     * What is wrong.
     *
     * @param kind what it is about
     * @param code for people
     * @param subject who or what
     * @param sequence the publication; 0 when it is none
     * @param entryIndex place in the directory's log; null when there is none
     * @param detail in English
     * @param proof what contradicts; null when the publication is all there is
     */
    record Finding(
            DirectoryAlarm.Kind kind,
            ErrorCode code,
            String subject,
            long sequence,
            @Nullable Long entryIndex,
            String detail,
            @Nullable Octets proof) {}

    /** Keeps an alarm and tells of it, in the caller's transaction or in one of its own. */
    void raise(Finding finding, boolean halts) {
        String detail = finding.detail();
        DirectoryAlarm alarm = new DirectoryAlarm(
                ids.next(),
                finding.kind(),
                finding.code(),
                finding.subject(),
                finding.sequence(),
                finding.entryIndex(),
                detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail,
                halts,
                clock.instant());
        transaction.executeWithoutResult(status -> {
            insert(alarm, finding.proof());
            events.publishEvent(alarm);
            count();
        });
        LOG.error(
                "{} {} about {}, publication {}: {}",
                alarm.code().code(),
                alarm.kind(),
                alarm.subject(),
                alarm.sequence(),
                alarm.detail());
    }

    private void insert(DirectoryAlarm alarm, @Nullable Octets proof) {
        int rows = database.sql("insert into directory_alarm (alarm_id, kind, code, subject, sequence, entry_index,"
                        + " detail, proof, halts, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Columns.octets(alarm.id()))
                .param(alarm.kind().name())
                .param(alarm.code().code())
                .param(alarm.subject())
                .param(alarm.sequence())
                .param(alarm.entryIndex())
                .param(alarm.detail())
                .param(proof == null ? null : proof.toByteArray())
                .param(alarm.halts())
                .param(Columns.of(alarm.raisedAt()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("one alarm, one row");
        }
    }

    /** How many alarms are open, as known when they were looked at last; from memory. */
    public long openCount() {
        return openCount;
    }

    private void count() {
        openCount = database.sql("select count(*) from directory_alarm where resolved_at is null")
                .query(Long.class)
                .single();
    }

    /** The code of the alarm because of which nothing newer is taken; empty when publications are taken. */
    public Optional<ErrorCode> halt() {
        return database.sql(
                        "select code from directory_alarm where resolved_at is null and halts order by raised_at limit"
                                + " 1")
                .query(String.class)
                .optional()
                .flatMap(ErrorCode::find);
    }

    @Override
    public List<DirectoryAlarm> open() {
        return database.sql(COLUMNS + " where resolved_at is null order by raised_at desc, alarm_id desc limit " + MOST)
                .query((row, number) -> kept(row).alarm())
                .list();
    }

    @Override
    public List<Kept> list(int limit) {
        return database.sql(COLUMNS + " order by raised_at desc, alarm_id desc limit ?")
                .param(Math.clamp(limit, 1, MOST))
                .query((row, number) -> kept(row))
                .list();
    }

    @Override
    public Optional<Octets> proof(UUID id) {
        return database.sql("select proof from directory_alarm where alarm_id = ? and proof is not null")
                .param(Columns.octets(id))
                .query((row, number) -> Octets.of(row.getBytes(1)))
                .optional();
    }

    @Override
    public boolean resolve(UUID id, String by, String note) {
        int rows = database.sql("update directory_alarm set resolved_at = ?, resolved_by = ?, resolution = ?"
                        + " where alarm_id = ? and resolved_at is null")
                .params(Columns.of(clock.instant()), by, note, Columns.octets(id))
                .update();
        count();
        LOG.info("alarm {} about the directory is resolved: {}", id, rows == 1);
        return rows == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        long index = row.getLong(6);
        DirectoryAlarm alarm = new DirectoryAlarm(
                Columns.uuid(row.getBytes(1)),
                DirectoryAlarm.Kind.valueOf(row.getString(2)),
                ErrorCode.find(row.getString(3)).orElseThrow(),
                row.getString(4),
                row.getLong(5),
                row.getObject(6) == null ? null : index,
                row.getString(7),
                row.getBoolean(8),
                row.getObject(9, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        LocalDateTime resolved = row.getObject(10, LocalDateTime.class);
        Instant resolvedAt = resolved == null ? null : resolved.toInstant(ZoneOffset.UTC);
        return new Kept(alarm, resolvedAt, row.getString(11), row.getString(12));
    }
}
