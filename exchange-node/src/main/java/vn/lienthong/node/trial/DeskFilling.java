package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.platform.SecretFile;

/**
 * Writes documents straight into the tables of a running node: six of ten arrived, three were sent, one is a line of an old book;
 * nine of ten belong to its agency, the others to neighbours.
 */
final class DeskFilling implements AutoCloseable {

    private static final String PORT = "--port=";
    private static final String NAME = "lienthong";
    private static final int ROWS = 500;
    private static final int SECONDS_BETWEEN = 60;
    private static final int WAITING = 2000;
    private static final String[] INCOMING = {
        "agency",
        "source",
        "state",
        "state_since",
        "queue_key",
        "urgency",
        "secrecy",
        "sender_code",
        "sender_name",
        "code_number",
        "code_notation",
        "issued_on",
        "type_name",
        "subject",
        "signer_name",
        "signer_position",
        "file_count",
        "total_size",
        "arrived_at",
        "check_state",
        "arrival_number",
        "arrival_on",
        "book_id",
        "entry_id",
        "search_text"
    };
    private static final String[] OUTGOING = {
        "agency",
        "state",
        "version",
        "fields",
        "subject",
        "type_name",
        "code_number",
        "notation",
        "issued_on",
        "signer",
        "urgency",
        "recipients",
        "search_text",
        "created_by",
        "created_at",
        "changed_by",
        "changed_at"
    };
    private static final String[] REGISTER = {
        "book_id",
        "agency",
        "kind",
        "series",
        "number",
        "entered_on",
        "registered_at",
        "registered_by",
        "code_number",
        "code_mark",
        "code_notation",
        "type_name",
        "subject",
        "signer",
        "author_name",
        "author_key",
        "receivers",
        "kept_by",
        "urgency",
        "secrecy",
        "changed_at",
        "changed_by",
        "search_text"
    };

    private final Connection connection;
    private final String agency;
    private final SampleSubjects subjects = new SampleSubjects(20_261_122);

    private DeskFilling(Connection connection, String agency) {
        this.connection = connection;
        this.agency = agency;
    }

    static DeskFilling open(Endpoints.Installation node) throws IOException, SQLException {
        return new DeskFilling(tables(node), node.agency());
    }

    /** A connection to the database of a running node. */
    static Connection tables(Endpoints.Installation node) throws IOException, SQLException {
        Path data = Path.of(node.dataDirectory());
        String number = Files.readString(data.resolve("db/data/mariadbd.pid"), StandardCharsets.US_ASCII)
                .strip();
        String port = ProcessHandle.of(Long.parseLong(number))
                .flatMap(process -> process.info().arguments())
                .flatMap(arguments -> Arrays.stream(arguments)
                        .filter(argument -> argument.startsWith(PORT))
                        .map(argument -> argument.substring(PORT.length()))
                        .findFirst())
                .orElseThrow(() -> new IOException("no database runs for " + data));
        String password =
                new SecretFile(data.resolve("secrets/database-password")).read().reveal();
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + NAME, NAME, password);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    void fill(int documents, Instant now, Narrator narrator) throws SQLException {
        connection.setAutoCommit(false);
        // The full-text indexes are made at the end in one go, as a restored backup does it.
        run("alter table incoming_document drop key incoming_words");
        run("alter table outgoing_document drop key outgoing_document_text");
        run("alter table register_entry drop key register_entry_search");
        int incoming = documents * 6 / 10;
        int outgoing = documents * 3 / 10;
        int old = documents - incoming - outgoing;
        insert("incoming_document", INCOMING, incoming, narrator, (row, n) -> incoming(row, n, incoming, now));
        insert("outgoing_document", OUTGOING, outgoing, narrator, (row, n) -> outgoing(row, n, outgoing, now));
        long book = book(now);
        insert("register_entry", REGISTER, old, narrator, (row, n) -> register(row, n, book, now));
        narrator.say("lập chỉ mục", "indexing");
        run("alter table incoming_document add fulltext key incoming_words (search_text)");
        run("alter table outgoing_document add fulltext key outgoing_document_text (search_text)");
        run("alter table register_entry add fulltext key register_entry_search (search_text)");
        run("analyze table incoming_document, outgoing_document, register_entry");
    }

    private void run(String statement) throws SQLException {
        try (Statement made = connection.createStatement()) {
            boolean _ = made.execute(statement);
        }
    }

    private long book(Instant now) throws SQLException {
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1).withDayOfYear(1);
        run("insert into register_book (agency, kind, line, name, bloc, period_rule, period_name, period_from,"
                + " period_until, series_rule, secret_rule, pattern, letters, heading, symbol, standard, state,"
                + " state_since) values ('" + agency + "', 'INCOMING', 'bench', 'Sổ cũ', 'GOVERNMENT', 'YEAR', '"
                + from.getYear() + "', '" + from + "', '" + from.plusYears(1) + "', 'ONE', 'SAME', '', '', '', '',"
                + " false, 'CLOSED', '" + from + "')");
        try (Statement asked = connection.createStatement();
                ResultSet row = asked.executeQuery("select max(book_id) from register_book")) {
            boolean _ = row.next();
            return row.getLong(1);
        }
    }

    /** Puts the values of one row. */
    private interface Filling {
        Object[] row(SampleSubjects.Sample sample, int number);
    }

    private void insert(String table, String[] columns, int rows, Narrator narrator, Filling filling)
            throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
        String head = "insert into " + table + " (" + String.join(", ", columns) + ") values ";
        for (int done = 0; done < rows; done += ROWS) {
            int part = Math.min(ROWS, rows - done);
            try (PreparedStatement statement =
                    connection.prepareStatement(head + String.join(", ", Collections.nCopies(part, row)))) {
                int at = 0;
                for (int i = 0; i < part; i++) {
                    for (Object value : filling.row(subjects.next(), done + i)) {
                        at++;
                        statement.setObject(at, value);
                    }
                }
                int _ = statement.executeUpdate();
            }
            connection.commit();
            if ((done + part) % 100_000 == 0) {
                narrator.say(table + " " + (done + part));
            }
        }
    }

    private String owner(int number) {
        return number % 10 == 9 ? "H99.9" + number / 10 % 5 : agency;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private Object[] incoming(SampleSubjects.Sample sample, int n, int all, Instant now) {
        Instant at = now.minusSeconds((long) (all - n) * SECONDS_BETWEEN);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        boolean waits = n >= all - WAITING;
        long queue = (4L - sample.urgency()) * 100_000_000_000_000L + at.toEpochMilli();
        return new Object[] {
            owner(n),
            "AXIS",
            waits ? "ARRIVED" : "FILED",
            utc(at),
            queue,
            sample.urgency(),
            "ORDINARY",
            "H99.01",
            sample.party(),
            sample.number(),
            sample.notation(),
            day,
            sample.type(),
            sample.subject(),
            sample.signer(),
            "Chủ tịch",
            2,
            400_000,
            utc(at),
            "GOOD",
            waits ? null : Integer.toString(n % 20_000 + 1),
            waits ? null : day,
            waits ? null : 1,
            waits ? null : n,
            SearchText.indexed(sample.number() + " " + sample.words())
        };
    }

    private Object[] outgoing(SampleSubjects.Sample sample, int n, int all, Instant now) {
        Instant at = now.minusSeconds((long) (all - n) * 2 * SECONDS_BETWEEN);
        return new Object[] {
            owner(n),
            "SENT",
            3,
            "{}",
            sample.subject(),
            sample.type(),
            sample.number(),
            sample.notation(),
            LocalDate.ofInstant(at, ZoneOffset.UTC),
            sample.signer(),
            sample.urgency(),
            3,
            SearchText.indexed(sample.words()),
            "bench",
            utc(at),
            "bench",
            utc(at)
        };
    }

    private Object[] register(SampleSubjects.Sample sample, int n, long book, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(400 + n / 300);
        return new Object[] {
            book,
            agency,
            "INCOMING",
            "",
            n + 1,
            day,
            utc(now),
            "bench",
            sample.number(),
            "/",
            sample.notation(),
            sample.type(),
            sample.subject(),
            "",
            sample.party(),
            SearchText.fold(sample.party()),
            "",
            "",
            0,
            0,
            utc(now),
            "bench",
            SearchText.indexed((n + 1) + " " + sample.words())
        };
    }

    /** The questions that belong to what was written. */
    static List<String> names() {
        return SampleSubjects.names();
    }
}
