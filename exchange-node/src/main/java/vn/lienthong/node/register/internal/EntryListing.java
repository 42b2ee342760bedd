package vn.lienthong.node.register.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.search.WordCondition;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** Parts of books, by the key of their numbers, and lines that may be the same. */
@InNodeRole
@Component
class EntryListing {
    private static final int MOST = 200;
    private static final int LATEST = 20_000;
    private static final int MOST_ALIKE = 10;

    private final JdbcClient database;

    EntryListing(JdbcClient database) {
        this.database = database;
    }

    /** The place behind which a part begins. */
    record Place(String series, int number, String suffix) {
        String token() {
            String text = number + "." + suffix + "." + series;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Place> of(@Nullable String token) {
            if (token == null || token.length() > 300) {
                return Optional.empty();
            }
            try {
                String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                String[] parts = text.split("\\.", 3);
                return parts.length == 3
                        ? Optional.of(new Place(parts[2], Integer.parseInt(parts[0]), parts[1]))
                        : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        static Place of(RegisterEntry entry) {
            return new Place(
                    entry.number().series(),
                    entry.number().value(),
                    entry.number().suffix());
        }
    }

    Page<RegisterEntry> newestFirst(EntryFilter filter, PageWish wish) {
        int size = Math.clamp(wish.size(), 1, MOST);
        List<RegisterEntry> rows = part(filter, Place.of(wish.token()).orElse(null), false, size + 1);
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<RegisterEntry> shown = rows.subList(0, size);
        return new Page<>(shown, Place.of(shown.getLast()).token());
    }

    /** The lines behind a place, in the order of the printed book. */
    List<RegisterEntry> oldestFirst(EntryFilter filter, @Nullable Place behind, int most) {
        return part(filter, behind, true, most);
    }

    private List<RegisterEntry> part(EntryFilter filter, @Nullable Place behind, boolean upwards, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql =
                new StringBuilder("select * from register_entry where book_id = :book and agency = :agency");
        values.put("book", filter.book().value());
        values.put("agency", filter.agency().value());
        conditions(filter, sql, values);
        if (behind != null) {
            String than = upwards ? ">" : "<";
            // Written out, because the database finds ranges of its key in alternatives but not in a comparison of
            // rows.
            sql.append(" and (series ").append(than).append(" :series or (series = :series and (number ");
            sql.append(than).append(" :number or (number = :number and suffix ").append(than);
            sql.append(" :suffix))))");
            values.put("series", behind.series());
            values.put("number", behind.number());
            values.put("suffix", behind.suffix());
        }
        String order = upwards ? " asc" : " desc";
        sql.append(" order by series").append(order);
        sql.append(", number").append(order);
        sql.append(", suffix").append(order).append(" limit ").append(most);
        return database.sql(sql.toString())
                .params(values)
                .query(EntryRows::entry)
                .list();
    }

    private static void conditions(EntryFilter filter, StringBuilder sql, Map<String, Object> values) {
        add(sql, values, " and entered_on >= :from", "from", filter.from());
        add(sql, values, " and entered_on <= :until", "until", filter.until());
        add(sql, values, " and number >= :first", "first", filter.fromNumber());
        add(sql, values, " and number <= :last", "last", filter.toNumber());
        add(sql, values, " and type_name = :type", "type", filter.type());
        add(
                sql,
                values,
                " and urgency = :urgency",
                "urgency",
                filter.urgency() == null ? null : filter.urgency().level());
        if (filter.text() != null) {
            WordCondition words = WordCondition.on("search_text", SearchQuestion.of(filter.text()));
            sql.append(" and ").append(words.sql());
            values.putAll(words.values());
        }
    }

    private static void add(
            StringBuilder sql, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    /** Among the latest lines of all books: reading those is faster than asking an index for common words. */
    List<RegisterEntry> search(AgencyCode agency, String words, int most) {
        SearchQuestion question = SearchQuestion.of(words);
        if (question.terms().isEmpty()) {
            return List.of();
        }
        WordCondition condition = WordCondition.on("latest.search_text", question);
        return database.sql("select e.* from (select entry_id, search_text from register_entry where agency = :agency"
                        + " and cancelled_at is null order by entry_id desc limit " + LATEST
                        + ") latest join register_entry e on e.entry_id = latest.entry_id where " + condition.sql()
                        + " order by e.entry_id desc limit :most")
                .params(condition.values())
                .param("agency", agency.value())
                .param("most", Math.clamp(most, 1, 50))
                .query(EntryRows::entry)
                .list();
    }

    List<RegisterEntry> alike(
            AgencyCode agency,
            BookKind kind,
            EntryFacts.@Nullable Author author,
            DocumentCode code,
            @Nullable LocalDate issuedOn) {
        String byDate = issuedOn == null ? " and issued_on is null" : " and issued_on = :issued";
        String byAuthor = author == null ? "" : " and (author_code = :code or author_key = :name)";
        JdbcClient.StatementSpec statement = database.sql("select * from register_entry where agency = :agency"
                        + " and kind = :kind and code_number = :number and code_notation = :notation"
                        + " and cancelled_at is null" + byDate + byAuthor + " order by entry_id desc limit "
                        + MOST_ALIKE)
                .param("agency", agency.value())
                .param("kind", kind.name())
                .param("number", code.number())
                .param("notation", code.notation());
        if (issuedOn != null) {
            statement = statement.param("issued", issuedOn);
        }
        if (author != null) {
            AgencyCode known = author.code();
            statement = statement
                    .param("code", known == null ? "" : known.value())
                    .param("name", SearchText.fold(author.name()));
        }
        return statement.query(EntryRows::entry).list();
    }
}
