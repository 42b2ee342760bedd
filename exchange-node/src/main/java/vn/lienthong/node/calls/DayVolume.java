package vn.lienthong.node.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;

/**
 * What each agency has handed in on the present day (UTC). Counted in memory and written once a second, for a row per agency that
 * every document waits for would hold them all up; who is killed forgets the last second.
 */
@Component
public class DayVolume implements DisposableBean {
    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<AgencyCode, AtomicLong> unwritten = new ConcurrentHashMap<>();

    DayVolume(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts what has come.
     *
     * @param agency whose share
     * @param octets that were kept
     */
    public void add(AgencyCode agency, long octets) {
        long _ = of(agency).addAndGet(octets);
    }

    /**
     * What an agency has handed in today.
     *
     * @param agency whose share
     * @return octets
     */
    public long used(AgencyCode agency) {
        AtomicLong counted = of(agency);
        // Not while it is being written: it would count twice or not at all.
        synchronized (counted) {
            return written(agency) + counted.get();
        }
    }

    private AtomicLong of(AgencyCode agency) {
        return unwritten.computeIfAbsent(agency, _ -> new AtomicLong());
    }

    private long written(AgencyCode agency) {
        return database.sql("select octets from api_volume where agency = :agency and used_on = :today")
                .param("agency", agency.value())
                .param("today", today())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * How long the day still lasts.
     *
     * @return a second at least
     */
    public Duration rest() {
        Instant midnight = today().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Duration rest = Duration.between(clock.instant(), midnight);
        return rest.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : rest;
    }

    /** Writes what was counted; done once a second. */
    public void write() {
        unwritten.forEach((agency, counted) -> {
            synchronized (counted) {
                long octets = counted.get();
                if (octets > 0) {
                    write(agency, octets);
                    long _ = counted.addAndGet(-octets);
                }
            }
        });
    }

    private void write(AgencyCode agency, long octets) {
        int _ = database.sql("insert into api_volume (agency, used_on, octets) values (:agency, :today, :octets)"
                        + " on duplicate key update octets = octets + :octets")
                .param("agency", agency.value())
                .param("today", today())
                .param("octets", octets)
                .update();
    }

    @Override
    public void destroy() {
        write();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
