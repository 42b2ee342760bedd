package vn.lienthong.node.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.SavedFilter;
import vn.lienthong.node.search.SavedFilters;
import vn.lienthong.node.search.SavedPlace;

/** Filters in the database. A shared one is seen by people of the agency, and removed by its owner alone. */
@Component
@InNodeRole
class StoredFilters implements SavedFilters {

    private static final int MOST = 100;
    private static final int MOST_OWN = 50;

    private final JdbcClient database;
    private final InstantSource clock;

    StoredFilters(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Box box(Person person, SavedPlace place, @Nullable String link) {
        return new Box(
                place,
                of(person, place),
                link == null || !place.leadsHere(link) ? null : link,
                person.agencies(Permission.READ_DOCUMENTS).stream().sorted().toList());
    }

    private List<SavedFilter> of(Person person, SavedPlace place) {
        List<String> agencies = person.agencies(Permission.READ_DOCUMENTS).stream()
                .map(AgencyCode::value)
                .toList();
        return database.sql("select saved_id, name, link, owner, agency from search_saved where place = :place"
                        + " and (owner = :owner or agency in (:agencies)) order by name, saved_id limit " + MOST)
                .param("place", place.name())
                .param("owner", person.login().value())
                .param("agencies", agencies.isEmpty() ? List.of("") : agencies)
                .query(StoredFilters::filter)
                .list();
    }

    private static SavedFilter filter(ResultSet row, int number) throws SQLException {
        @Nullable String agency = row.getString("agency");
        return new SavedFilter(
                row.getLong("saved_id"),
                row.getString("name"),
                row.getString("link"),
                row.getString("owner"),
                agency == null ? null : new AgencyCode(agency));
    }

    /** Keeps a filter; one of the same owner, list and name is replaced. False when there are too many. */
    boolean save(Person owner, SavedPlace place, String name, String link, Optional<AgencyCode> agency) {
        long own = database.sql("select count(*) from search_saved where place = :place and owner = :owner"
                        + " and name <> :name")
                .param("place", place.name())
                .param("owner", owner.login().value())
                .param("name", name)
                .query(Long.class)
                .single();
        if (own >= MOST_OWN) {
            return false;
        }
        int _ = database.sql("insert into search_saved (place, owner, agency, name, link, made_at)"
                        + " values (:place, :owner, :agency, :name, :link, :now)"
                        + " on duplicate key update agency = :agency, link = :link, made_at = :now")
                .param("place", place.name())
                .param("owner", owner.login().value())
                .param("agency", agency.map(AgencyCode::value).orElse(null))
                .param("name", name)
                .param("link", link)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Removes a filter of the person; empty when there is none, else its list with the filter in it. */
    Optional<String> remove(Person owner, long id) {
        Optional<String> link = database.sql("select link from search_saved where saved_id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner.login().value())
                .query(String.class)
                .optional();
        int _ = database.sql("delete from search_saved where saved_id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner.login().value())
                .update();
        return link;
    }
}
