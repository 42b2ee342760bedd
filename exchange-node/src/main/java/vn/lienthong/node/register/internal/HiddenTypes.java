package vn.lienthong.node.register.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** Types of documents that agencies do not want to be offered. */
@InNodeRole
@Component
class HiddenTypes {

    private final JdbcClient database;

    HiddenTypes(JdbcClient database) {
        this.database = database;
    }

    /** The names of those that an agency has hidden. */
    Set<String> of(AgencyCode agency) {
        return Set.copyOf(database.sql("select type_name from register_hidden_type where agency = ?")
                .param(agency.value())
                .query((row, _) -> String.valueOf(row.getString("type_name")))
                .list());
    }

    /** Hides these and no others, in the caller's transaction. */
    void hide(AgencyCode agency, Collection<String> names, LoginName by, Instant now) {
        int _ = database.sql("delete from register_hidden_type where agency = ?")
                .param(agency.value())
                .update();
        for (String name : Set.copyOf(names)) {
            int _ = database.sql("insert into register_hidden_type (agency, type_name, hidden_by, hidden_at)"
                            + " values (?, ?, ?, ?)")
                    .params(agency.value(), name, by.value(), LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                    .update();
        }
    }
}
