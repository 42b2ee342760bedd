package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretArea;

/** The table of the rules of agencies. */
@InNodeRole
@Component
class PolicyRows {

    static final SecretArea.Policy USUAL =
            new SecretArea.Policy(Duration.ofMinutes(10), Duration.ofMinutes(2), false, Secrecy.TOP_SECRET);

    private final JdbcClient database;

    PolicyRows(JdbcClient database) {
        this.database = database;
    }

    SecretArea.Policy of(AgencyCode agency) {
        return database.sql("select cooling_seconds, express_seconds, two_to_open, reason_from from secret_policy"
                        + " where agency = ?")
                .param(agency.value())
                .query((row, _) -> new SecretArea.Policy(
                        Duration.ofSeconds(row.getInt("cooling_seconds")),
                        Duration.ofSeconds(row.getInt("express_seconds")),
                        row.getBoolean("two_to_open"),
                        Levels.of(row.getInt("reason_from"))))
                .optional()
                .orElse(USUAL);
    }

    void put(AgencyCode agency, SecretArea.Policy policy, LoginName by, Instant now) {
        int _ = database.sql("replace into secret_policy (agency, cooling_seconds, express_seconds, two_to_open,"
                        + " reason_from, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        agency.value(),
                        policy.coolingOff().toSeconds(),
                        policy.coolingOffExpress().toSeconds(),
                        policy.twoToOpen(),
                        Levels.number(policy.reasonFrom()),
                        by.value(),
                        Columns.of(now))
                .update();
    }
}
