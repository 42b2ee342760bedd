package vn.lienthong.node.incoming.internal.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.incoming.internal.record.Queue.Order;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.WordCondition;

/** Lists of records, paged by key. Each agency is asked by itself, so that an index answers; what they say is merged. */
@Component
@InNodeRole
public class DocumentLists {

    private static final int MOST = 200;
    private static final Comparator<Line> QUEUE = Comparator.comparingLong(Line::queueKey)
            .thenComparingLong(line -> line.document().id());
    private static final Comparator<Line> NEWEST =
            Comparator.comparingLong((Line line) -> line.document().id()).reversed();

    private final JdbcClient database;

    DocumentLists(JdbcClient database) {
        this.database = database;
    }

    /**
     * A line of a list.
     *
     * @param document the record
     * @param queueKey its place in the queue
     */
    private record Line(IncomingDocument document, long queueKey) {}

    /**
     * Where a page begins: behind this record.
     *
     * @param queueKey its place in the queue
     * @param id its key
     */
    public record Cursor(long queueKey, long id) {

        /** Reads what {@link #write} wrote; empty for anything else. */
        public static Optional<Cursor> read(@Nullable String text) {
            if (text == null || !text.matches("[0-9]{1,18}-[0-9]{1,18}")) {
                return Optional.empty();
            }
            int middle = text.indexOf('-');
            return Optional.of(
                    new Cursor(Long.parseLong(text.substring(0, middle)), Long.parseLong(text.substring(middle + 1))));
        }

        /** Writes it for an address. */
        public String write() {
            return queueKey + "-" + id;
        }
    }

    /**
     * A page.
     *
     * @param documents the records
     * @param next where the next page begins; null at the end
     */
    public record Part(
            List<IncomingDocument> documents, @Nullable Cursor next) {
        /** Copies the list. */
        public Part {
            documents = List.copyOf(documents);
        }
    }

    /** A page of a list, behind the cursor; the words, when there are any, must all occur. */
    public Part read(Collection<String> codes, Queue queue, String words, Optional<Cursor> after, int size) {
        int limit = Math.clamp(size, 1, MOST);
        List<Line> found = new ArrayList<>();
        WordCondition condition = WordCondition.on("d.search_text", SearchQuestion.of(words));
        codes.forEach(code -> found.addAll(ofAgency(code, queue, condition, after, limit + 1)));
        found.sort(queue.order() == Order.QUEUE ? QUEUE : NEWEST);
        List<Line> shown = found.subList(0, Math.min(limit, found.size()));
        Cursor next = found.size() > limit
                ? new Cursor(
                        shown.getLast().queueKey(), shown.getLast().document().id())
                : null;
        return new Part(shown.stream().map(Line::document).toList(), next);
    }

    private List<Line> ofAgency(String code, Queue queue, WordCondition words, Optional<Cursor> after, int limit) {
        boolean byQueue = queue.order() == Order.QUEUE;
        StringBuilder query = new StringBuilder("select ")
                .append(RowReading.COLUMNS)
                .append(" from incoming_document d force index (")
                .append(queue.index())
                .append(") where d.agency = :agency and ")
                .append(queue.condition());
        if (after.isPresent()) {
            query.append(
                    byQueue ? " and d.queue_key >= :key and (d.queue_key > :key or d.id > :id)" : " and d.id < :id");
        }
        query.append(" and ").append(words.sql());
        query.append(byQueue ? " order by d.queue_key, d.id" : " order by d.id desc")
                .append(" limit :most");
        JdbcClient.StatementSpec statement = database.sql(query.toString())
                .params(words.values())
                .param("agency", code)
                .param("most", limit);
        if (after.isPresent()) {
            statement = statement.param("id", after.get().id());
        }
        if (after.isPresent() && byQueue) {
            statement = statement.param("key", after.get().queueKey());
        }
        return statement
                .query((row, _) -> new Line(RowReading.document(row), row.getLong("queue_key")))
                .list();
    }

    /** Records of these keys in their order, as far as they belong to these agencies. */
    public List<IncomingDocument> of(Collection<String> codes, List<Long> ids) {
        if (codes.isEmpty() || ids.isEmpty()) {
            return List.of();
        }
        Map<Long, IncomingDocument> found = database
                .sql("select " + RowReading.COLUMNS + " from incoming_document d where d.id in (:ids)"
                        + " and d.agency in (:codes)")
                .param("ids", ids)
                .param("codes", codes)
                .query((row, _) -> RowReading.document(row))
                .list()
                .stream()
                .collect(Collectors.toMap(IncomingDocument::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** How many there are in a list, counted up to the bound. */
    public int count(Collection<String> codes, Queue queue, int bound) {
        return codes.isEmpty()
                ? 0
                : database.sql("select count(*) from (select 1 from incoming_document d where d.agency in (:codes) and "
                                + queue.condition() + " limit :most) bounded")
                        .param("codes", codes)
                        .param("most", bound)
                        .query(Integer.class)
                        .single();
    }

    /** Records that are being handled and are due by that day, the most overdue first. */
    public List<IncomingDocument> due(Collection<String> codes, LocalDate until, int limit) {
        return codes.isEmpty()
                ? List.of()
                : database.sql("select " + RowReading.COLUMNS + " from incoming_document d where d.agency in (:codes)"
                                + " and d.state in ('REGISTERED', 'SUBMITTED', 'ASSIGNED', 'IN_PROGRESS')"
                                + " and d.due_on <= :until order by d.due_on, d.id limit :most")
                        .param("codes", codes)
                        .param("until", until)
                        .param("most", limit)
                        .query((row, _) -> RowReading.document(row))
                        .list();
    }

    /** Records that lie before one of these leaders, most urgent first. */
    public List<IncomingDocument> before(Collection<String> leaders, Collection<String> codes, int limit) {
        return leaders.isEmpty() || codes.isEmpty()
                ? List.of()
                : database.sql("select " + RowReading.COLUMNS + " from incoming_document d"
                                + " where d.submitted_to in (:leaders) and d.state = 'SUBMITTED'"
                                + " and d.agency in (:codes) order by d.queue_key, d.id limit :most")
                        .param("leaders", leaders)
                        .param("codes", codes)
                        .param("most", limit)
                        .query((row, _) -> RowReading.document(row))
                        .list();
    }
}
