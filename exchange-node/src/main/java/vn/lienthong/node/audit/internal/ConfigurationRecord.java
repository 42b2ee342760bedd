package vn.lienthong.node.audit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.protection.LocalSecrets;

/**
 * Records the settings as they were read at the start: a digest of all, and each one that has another value than at the start
 * before. Values are recorded as digests with the salt of the installation, as they may hold addresses and paths; values that may
 * be secret not even so.
 */
@Component
class ConfigurationRecord {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential)s?$");
    private static final int LONGEST_NAME = 100;
    private static final int SALT = 32;
    private static final Sha256 GONE = Sha256.OF_NOTHING;

    private final ConfigurableEnvironment environment;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Secret salt;

    ConfigurationRecord(
            ConfigurableEnvironment environment,
            JdbcClient database,
            TransactionTemplate transactions,
            AuditTrail trail,
            InstantSource clock,
            LocalSecrets secrets)
            throws IOException {
        this.environment = environment;
        this.database = database;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.salt = secrets.readOrDraw("secrets/audit-salt", SALT);
    }

    void read() {
        Map<String, Sha256> now = settings();
        transactions.executeWithoutResult(_ -> {
            Map<String, Sha256> before = before();
            StringBuilder all = new StringBuilder();
            now.forEach((name, digest) ->
                    all.append(name).append('=').append(digest.hex()).append('\n'));
            trail.record(SecurityEvent.of(EventKind.CONFIG_READ)
                    .with("settings", now.size())
                    .with(
                            "sha256",
                            Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8))
                                    .hex()));
            if (before.isEmpty()) {
                now.forEach(this::keep);
                return;
            }
            now.forEach((name, digest) -> changed(name, before.getOrDefault(name, GONE), digest));
            before.forEach((name, digest) -> changed(name, digest, now.getOrDefault(name, GONE)));
        });
    }

    private void changed(String name, Sha256 before, Sha256 after) {
        if (before.equals(after)) {
            return;
        }
        Sha256 kept = database.sql("select sha256 from audit_setting where name = ?")
                .param(name)
                .query((row, _) -> Sha256.fromBytes(row.getBytes(1)))
                .optional()
                .orElse(GONE);
        if (!kept.equals(after)) {
            keep(name, after);
            trail.record(SecurityEvent.of(EventKind.CONFIG_CHANGE)
                    .on(EventObject.of(EventObject.Kind.SETTING, name))
                    .with("beforeSha256", before.equals(GONE) ? "none" : before.hex())
                    .with("afterSha256", after.equals(GONE) ? "none" : after.hex()));
        }
    }

    private void keep(String name, Sha256 digest) {
        if (digest.equals(GONE)) {
            database.sql("delete from audit_setting where name = ?").param(name).update();
            return;
        }
        database.sql("insert into audit_setting (name, sha256, seen_at) values (?, ?, ?)"
                        + " on duplicate key update sha256 = values(sha256), seen_at = values(seen_at)")
                .params(name, digest.bytes(), Columns.of(clock.instant()))
                .update();
    }

    private Map<String, Sha256> before() {
        Map<String, Sha256> before = new TreeMap<>();
        database.sql("select name, sha256 from audit_setting").query(row -> {
            before.put(row.getString(1), Sha256.fromBytes(row.getBytes(2)));
        });
        return before;
    }

    private Map<String, Sha256> settings() {
        Map<String, Sha256> settings = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    add(settings, name);
                }
            }
        }
        return settings;
    }

    private void add(Map<String, Sha256> settings, String name) {
        if (!name.startsWith("lienthong.")
                || name.length() > LONGEST_NAME
                || SECRET.matcher(name).matches()) {
            return;
        }
        String value = String.valueOf(environment.getProperty(name, Object.class));
        settings.put(name, Sha256.of((salt.reveal() + name + "=" + value).getBytes(StandardCharsets.UTF_8)));
    }
}
