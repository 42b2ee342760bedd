package vn.lienthong.node.audit.internal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.SavedSearch;
import vn.lienthong.node.audit.search.SavedSearches;
import vn.lienthong.node.database.Columns;

/** Searches in the database. */
@Service
class StoredSearches implements SavedSearches {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "search_id, owner, name, shared, hours, terms";

    private final JdbcClient database;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredSearches(JdbcClient database, AuditTrail trail, TimeOrderedIds ids, InstantSource clock) {
        this.database = database;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<SavedSearch> visibleTo(String login) {
        return database.sql("select " + COLUMNS
                        + " from audit_saved_search where owner = ? or shared order by name, search_id limit 500")
                .param(login)
                .query((row, _) -> search(row))
                .list();
    }

    @Override
    public Optional<SavedSearch> find(String login, UUID id) {
        return database.sql(
                        "select " + COLUMNS + " from audit_saved_search where search_id = ? and (owner = ? or shared)")
                .params(Columns.octets(id), login)
                .query((row, _) -> search(row))
                .optional();
    }

    @Override
    @Transactional
    public SavedSearch save(String login, String name, boolean shared, Duration back, Map<FilterField, String> terms) {
        SavedSearch search = new SavedSearch(ids.next(), login, name.strip(), shared, back, terms);
        Map<String, String> text = new TreeMap<>();
        terms.forEach((field, value) -> text.put(field.name().toLowerCase(Locale.ROOT), value));
        database.sql("insert into audit_saved_search (search_id, owner, name, shared, hours, terms, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update search_id = values(search_id),"
                        + " shared = values(shared), hours = values(hours), terms = values(terms)")
                .params(
                        Columns.octets(search.id()),
                        login,
                        search.name(),
                        shared,
                        back.toHours(),
                        JSON.writeValueAsString(text),
                        Columns.of(clock.instant()))
                .update();
        trail.record(SecurityEvent.of(EventKind.AUDIT_SAVE_SEARCH)
                .on(EventObject.of(EventObject.Kind.CASE, search.id()))
                .with("shared", shared));
        return search;
    }

    @Override
    @Transactional
    public boolean remove(String login, UUID id) {
        int gone = database.sql("delete from audit_saved_search where search_id = ? and owner = ?")
                .params(Columns.octets(id), login)
                .update();
        if (gone > 0) {
            trail.record(SecurityEvent.of(EventKind.AUDIT_SAVE_SEARCH)
                    .on(EventObject.of(EventObject.Kind.CASE, id))
                    .with("removed", true));
        }
        return gone > 0;
    }

    private static SavedSearch search(ResultSet row) throws SQLException {
        Map<FilterField, String> terms = new EnumMap<>(FilterField.class);
        Map<String, String> text = JSON.readValue(row.getString("terms"), new TypeReference<>() {});
        text.forEach((field, value) -> terms.put(FilterField.valueOf(field.toUpperCase(Locale.ROOT)), value));
        return new SavedSearch(
                Columns.uuid(row.getBytes("search_id")),
                row.getString("owner"),
                row.getString("name"),
                row.getBoolean("shared"),
                Duration.ofHours(row.getInt("hours")),
                terms);
    }
}
