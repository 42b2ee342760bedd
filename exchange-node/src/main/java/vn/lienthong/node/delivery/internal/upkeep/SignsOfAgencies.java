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
        Optional<Instant> document = database.sql("select conv(hex(substr(max(parcel_id), 1, 6)), 16, 10)"
                        + " from inbound_parcel where sender_code = ?")
                .param(agency)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
        Optional<Instant> evidence = database.sql(
                        "select max(event_time) from evidence where recipient_code = ? and own = false")
                .param(agency)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(time -> time.toInstant(ZoneOffset.UTC));
        return Stream.concat(document.stream(), evidence.stream()).max(Comparator.naturalOrder());
    }
}
