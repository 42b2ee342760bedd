package vn.lienthong.node.vxp.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** What systems ask to be changed in the directory. Only the directory changes itself: this is a list for the administrator. */
@InNodeRole
@Component
class AgencyRequests {

    private static final int MOST = 200;
    private static final int MOST_OPEN = 100;
    private static final int CODE = 35;
    private static final int NAME = 200;
    private static final int MAIL = 100;

    private final JdbcClient database;
    private final AuditTrail trail;
    private final InstantSource clock;

    AgencyRequests(JdbcClient database, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A wish that waits.
     *
     * @param id names it
     * @param agency who asks
     * @param operation what for, as in the path
     * @param code of the agency that is meant
     * @param name its name; may be empty
     * @param mail its mail; may be empty
     * @param askedAt when
     */
    public record Open(
            long id, AgencyCode agency, String operation, String code, String name, String mail, Instant askedAt) {}

    /** Keeps a wish; false when too many of the agency wait already. */
    @Transactional
    boolean keep(VxpCaller caller, VxpOperation operation, Map<String, String> wish) {
        long open = database.sql("select count(*) from vxp_request where agency = ? and done_at is null")
                .param(caller.agency().value())
                .query((row, _) -> row.getLong(1))
                .single();
        if (open >= MOST_OPEN) {
            return false;
        }
        int _ = database.sql("insert into vxp_request (agency, system_id, operation, code, name, mail, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caller.agency().value(),
                        caller.systemId(),
                        operation.path(),
                        bounded(wish.get("code"), CODE),
                        bounded(wish.get("name"), NAME),
                        bounded(wish.get("mail"), MAIL),
                        Columns.of(clock.instant()))
                .update();
        var _ = trail.record(SecurityEvent.of(EventKind.GATEWAY_REQUEST)
                .on(EventObject.of(EventObject.Kind.AGENCY, caller.agency()))
                .with("operation", operation.path()));
        return true;
    }

    private static String bounded(@Nullable String text, int most) {
        String clean = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most));
    }

    @Transactional(readOnly = true)
    List<Open> open() {
        return database.sql("select * from vxp_request where done_at is null order by request_id limit ?")
                .param(MOST)
                .query((row, _) -> new Open(
                        row.getLong("request_id"),
                        new AgencyCode(row.getString("agency")),
                        row.getString("operation"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("mail"),
                        Columns.instant(row, "asked_at")))
                .list();
    }

    @Transactional
    boolean done(long id, String login) {
        return database.sql("update vxp_request set done_at = ?, done_by = ? where request_id = ? and done_at is null")
                        .params(Columns.of(clock.instant()), login, id)
                        .update()
                == 1;
    }
}
