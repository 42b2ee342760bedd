package vn.lienthong.node.search;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.web.DateText;

/** Documents as the desk keeps them, written straight into its tables. */
public final class Shelves {

    private final JdbcClient database;
    private final Registers registers;
    private final InstantSource clock;

    /** Writes as the desk of one node does. */
    public Shelves(JdbcClient database, Registers registers, InstantSource clock) {
        this.database = database;
        this.registers = registers;
        this.clock = clock;
    }

    /** Today in Hanoi. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DateText.HANOI);
    }

    /** A document that arrived so many hours ago. */
    public long arrived(AgencyCode agency, String number, String notation, String subject, int urgency, int hoursAgo) {
        Instant at = clock.instant().minusSeconds(hoursAgo * 3600L);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("agency", agency.value());
        row.put("source", "POST");
        row.put("state", "ACCEPTED");
        row.put("state_since", utc(at));
        row.put("queue_key", (4 - urgency) * 100_000_000_000_000L + at.toEpochMilli());
        row.put("urgency", urgency);
        row.put("secrecy", "ORDINARY");
        row.put("sender_code", "H99.77");
        row.put("sender_name", "Ủy ban nhân dân tỉnh Sông Hương");
        row.put("code_number", number);
        row.put("code_notation", notation);
        row.put("issued_on", today());
        row.put("type_name", "Công văn");
        row.put("subject", subject);
        row.put("signer_name", "Trần Quang Khải");
        row.put("signer_position", "Chủ tịch");
        row.put("file_count", 1);
        row.put("total_size", 1000);
        row.put("arrived_at", utc(at));
        row.put("check_state", "NONE");
        String words = String.join(
                " ", number, notation, "Công văn", subject, "Ủy ban nhân dân tỉnh Sông Hương H99.77 Trần Quang Khải");
        row.put("search_text", SearchText.indexed(words + (urgency == 3 ? " Hỏa tốc" : " Thường")));
        return insert("incoming_document", "id", row);
    }

    /** Gives a document that arrived its number. */
    public void register(long id, String number) {
        int _ = database.sql("update incoming_document set state = 'REGISTERED', book_id = 1, entry_id = 1,"
                        + " arrival_number = ?, arrival_on = ? where id = ?")
                .params(number, today(), id)
                .update();
    }

    /** Gives a document to a person. */
    public void give(long id, AgencyCode agency, String login) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("document_id", id);
        row.put("agency", agency.value());
        row.put("unit_id", 0);
        row.put("login", login);
        row.put("name", "Chuyên viên");
        row.put("part", "LEAD");
        row.put("state", "GIVEN");
        row.put("given_by", "leader");
        row.put("given_at", utc(clock.instant()));
        row.put("instruction", "");
        long _ = insert("incoming_task", "id", row);
    }

    /** An outgoing document that was sent. */
    public long sent(AgencyCode agency, String number, String notation, String subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("agency", agency.value());
        row.put("state", "SENT");
        row.put("version", 1);
        row.put("fields", "{}");
        row.put("subject", subject);
        row.put("type_name", "Quyết định");
        row.put("code_number", number);
        row.put("notation", notation);
        row.put("issued_on", today());
        row.put("signer", "Lê Thị Sáu");
        row.put("urgency", 0);
        row.put("recipients", 1);
        row.put(
                "search_text",
                SearchText.indexed(String.join(" ", number, notation, subject, "Lê Thị Sáu Quyết định")));
        row.put("created_by", "clerk");
        row.put("created_at", utc(clock.instant()));
        row.put("changed_by", "clerk");
        row.put("changed_at", utc(clock.instant()));
        return insert("outgoing_document", "document_id", row);
    }

    /** A line that was taken over from an old book. */
    public long old(AgencyCode agency, int number, String subject, LocalDate on) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "book_id",
                registers.standardBook(agency, BookKind.INCOMING).id().value());
        row.put("agency", agency.value());
        row.put("kind", "INCOMING");
        row.put("series", "");
        row.put("number", number);
        row.put("entered_on", on);
        row.put("registered_at", utc(clock.instant()));
        row.put("registered_by", "clerk");
        row.put("code_number", "17");
        row.put("code_mark", "/");
        row.put("code_notation", "BC-STP");
        row.put("type_name", "Báo cáo");
        row.put("subject", subject);
        row.put("signer", "");
        row.put("author_name", "Sở Tư pháp");
        row.put("author_key", "so tu phap");
        row.put("receivers", "");
        row.put("kept_by", "");
        row.put("urgency", 0);
        row.put("secrecy", 0);
        row.put("changed_at", utc(clock.instant()));
        row.put("changed_by", "clerk");
        row.put("search_text", SearchText.indexed(number + " 17/BC-STP Sở Tư pháp Báo cáo " + subject));
        return insert("register_entry", "entry_id", row);
    }

    private long insert(String table, String key, Map<String, Object> row) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        String names = String.join(", ", row.keySet());
        String places = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        int _ = database.sql("insert into " + table + " (" + names + ") values (" + places + ")")
                .params(row)
                .update(keys, key);
        Number id = keys.getKey();
        if (id == null) {
            throw new AssertionError("no key");
        }
        return id.longValue();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
