package vn.lienthong.node.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;

/** What each agency has handed in today (UTC), over all replicas, against what it may. */
@Component
public class DailyVolume {
    private final JdbcClient database;
    private final ApiLimits limits;
    private final InstantSource clock;

    DailyVolume(JdbcClient database, ApiLimits limits, InstantSource clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Refuses what would be too much for today.
     *
     * @param agency whose share
     * @param octets that are to come, as far as that is known
     * @throws ProblemException 429 with the time until midnight
     */
    public void require(AgencyCode agency, long octets) {
        if (used(agency) + Math.max(octets, 0) > limits.dayVolume().toBytes()) {
            Instant now = clock.instant();
            Instant midnight = today().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            throw ProblemException.with(
                    ErrorCode.TOO_MANY_REQUESTS,
                    Map.of(
                            "Retry-After",
                            Long.toString(
                                    Math.max(1, Duration.between(now, midnight).toSeconds()))));
        }
    }

    /**
     * Counts what has come.
     *
     * @param agency whose share
     * @param octets that were kept
     */
    public void add(AgencyCode agency, long octets) {
        if (octets > 0) {
            int _ = database.sql("insert into api_volume (agency, used_on, octets) values (:agency, :today, :octets)"
                            + " on duplicate key update octets = octets + :octets")
                    .param("agency", agency.value())
                    .param("today", today())
                    .param("octets", octets)
                    .update();
        }
    }

    /**
     * What an agency has handed in today.
     *
     * @param agency whose share
     * @return octets
     */
    public long used(AgencyCode agency) {
        return database.sql("select octets from api_volume where agency = :agency and used_on = :today")
                .param("agency", agency.value())
                .param("today", today())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
