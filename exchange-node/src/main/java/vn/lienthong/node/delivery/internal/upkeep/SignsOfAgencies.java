package vn.lienthong.node.delivery.internal.upkeep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.alert.AgencySigns;
import vn.lienthong.node.platform.InNodeRole;

/** What came from an agency: documents, by the moment in which they were made up there, and evidence about documents to it. */
@Component
@InNodeRole
class SignsOfAgencies implements AgencySigns {
    private final JdbcClient database;

    SignsOfAgencies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> last(String agency) {
        // The identifier of a parcel begins with its time; the index answers both questions from its end.
        Optional<Instant> document = database.sql("select conv(hex(substr(parcel_id, 1, 6)), 16, 10)"
                        + " from inbound_parcel where sender_code = ? and secrecy = 0 order by parcel_id desc limit 1")
                .param(agency)
                .query((row, _) -> row.getString(1))
                .optional()
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
        Optional<Instant> evidence = database.sql(
                        "select e.event_time from evidence e where e.recipient_code = ? and e.own = false"
                                + " and not exists (select 1 from outbound_parcel p where p.parcel_id = e.parcel_id"
                                + " and p.secrecy > 0) and not exists (select 1 from inbound_parcel i"
                                + " where i.parcel_id = e.parcel_id and i.secrecy > 0)"
                                + " order by e.event_time desc limit 1")
                .param(agency)
                .query((row, _) -> row.getObject(1, LocalDateTime.class))
                .optional()
                .map(time -> time.toInstant(ZoneOffset.UTC));
        return Stream.concat(document.stream(), evidence.stream()).max(Comparator.naturalOrder());
    }
}
