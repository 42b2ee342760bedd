package vn.lienthong.node.sandbox.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InSandbox;

/** The tables {@code sandbox_run} and {@code sandbox_deed}: what each agency's program did since its run began. */
@Component
@InSandbox
class Deeds {

    private static final int LONGEST_DETAIL = 80;

    private final JdbcClient database;
    private final InstantSource clock;
    private final TimeOrderedIds ids;

    Deeds(JdbcClient database, InstantSource clock, TimeOrderedIds ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * How often something was seen.
     *
     * @param firstAt when first
     * @param lastAt when last
     */
    record Seen(Instant firstAt, Instant lastAt) {}

    /**
     * A run.
     *
     * @param id of the run
     * @param system name of the program; may be empty
     * @param begunAt since when
     */
    record Run(UUID id, String system, Instant begunAt) {}

    /** It was seen now, in the caller's transaction if there is one. */
    void seen(AgencyCode agency, Deed deed, String detail) {
        LocalDateTime now = Columns.of(clock.instant());
        int _ = database.sql(
                        "insert into sandbox_deed (agency, deed, first_at, last_at, times, detail) values (?, ?, ?, ?,"
                            + " 1, ?) on duplicate key update last_at = values(last_at), times = times + 1, detail ="
                            + " values(detail)")
                .params(
                        agency.value(),
                        deed.name(),
                        now,
                        now,
                        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .update();
    }

    /** Everything that was seen of an agency's program. */
    Map<Deed, Seen> of(AgencyCode agency) {
        Map<Deed, Seen> all = new EnumMap<>(Deed.class);
        database.sql("select * from sandbox_deed where agency = ?")
                .param(agency.value())
                .query((row, _) -> Map.entry(
                        Deed.valueOf(row.getString("deed")),
                        new Seen(Columns.instant(row, "first_at"), Columns.instant(row, "last_at"))))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** The run of an agency's program; one without a name begins with the first question. */
    Run run(AgencyCode agency) {
        int _ = database.sql("insert ignore into sandbox_run (agency, run_id, name, begun_at) values (?, ?, '', ?)")
                .params(agency.value(), ids.next().toString(), Columns.of(clock.instant()))
                .update();
        return database.sql("select * from sandbox_run where agency = ?")
                .param(agency.value())
                .query((row, _) -> new Run(
                        UUID.fromString(row.getString("run_id")),
                        row.getString("name"),
                        Columns.instant(row, "begun_at")))
                .single();
    }

    /** Begins a run: what was seen before does not count any more. In the caller's transaction. */
    void begin(AgencyCode agency, String system) {
        int _ = database.sql("replace into sandbox_run (agency, run_id, name, begun_at) values (?, ?, ?, ?)")
                .params(agency.value(), ids.next().toString(), system, Columns.of(clock.instant()))
                .update();
        int _ = database.sql("delete from sandbox_deed where agency = ?")
                .param(agency.value())
                .update();
    }
}
