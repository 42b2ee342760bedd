package vn.lienthong.node.incoming.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.DueItem;
import vn.lienthong.node.notification.DueSource;
import vn.lienthong.node.platform.InNodeRole;

/** Deadlines of documents that are not done: told to who took the leading task, else to the clerks. */
@Component
@InNodeRole
class IncomingDeadlines implements DueSource {
    private static final String QUESTION = "select d.id, d.agency, d.urgency, d.code_number, d.code_notation, d.due_on,"
            + " (select coalesce(t.taken_by, nullif(t.login, '')) from incoming_task t where t.document_id = d.id"
            + " and t.part = 'LEAD' and t.state in ('GIVEN', 'ACCEPTED') order by t.id limit 1) as lead_login"
            + " from incoming_document d where d.due_on between :from and :until"
            + " and d.state in ('ACCEPTED', 'REGISTERED', 'SUBMITTED', 'ASSIGNED', 'IN_PROGRESS')"
            + " order by d.due_on, d.id limit :most";

    private final JdbcClient database;
    private final Calendars calendars;

    IncomingDeadlines(JdbcClient database, Calendars calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "incoming";
    }

    @Override
    public List<DueItem> due(Instant from, Instant until, int most) {
        return database
                .sql(QUESTION)
                .param("from", WorkingCalendar.date(from))
                .param("until", WorkingCalendar.date(until))
                .param("most", most)
                .query((row, _) -> item(row))
                .list()
                .stream()
                .filter(item -> !item.due().isBefore(from) && !item.due().isAfter(until))
                .toList();
    }

    private DueItem item(ResultSet row) throws SQLException {
        String number = row.getString("code_number");
        String notation = row.getString("code_notation");
        String lead = row.getString("lead_login");
        return new DueItem(
                row.getString("id"),
                endOf(row.getObject("due_on", LocalDate.class)),
                Urgency.ofLevel(row.getLong("urgency")).orElse(Urgency.ORDINARY),
                notation.isEmpty() ? number : number + "/" + notation,
                "/incoming/" + row.getLong("id"),
                List.of(
                        lead == null
                                ? Audience.clerks(new AgencyCode(row.getString("agency")))
                                : Audience.of(new LoginName(lead))));
    }

    /** A date means the end of its working hours. */
    private Instant endOf(LocalDate date) {
        return calendars
                .current()
                .endOfWorkingDay(date.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }
}
