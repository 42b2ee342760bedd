package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretBook;

/** The tables of the books of state secrets. */
@InNodeRole
@Component
class BookRows {

    private static final String SELECT = "select b.book_id, agency, direction, year, volume, locked_at, locked_by,"
            + " (select coalesce(max(number), 0) from secret_entry e where e.book_id = b.book_id) as highest,"
            + " (select count(*) from secret_entry e where e.book_id = b.book_id) as entries from secret_book b ";

    private final JdbcClient database;
    private final Seals seals;

    BookRows(JdbcClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    List<SecretBook> of(AgencyCode agency) {
        return database.sql(SELECT + "where agency = ? order by year desc, direction, volume desc")
                .param(agency.value())
                .query((row, _) -> book(row))
                .list();
    }

    Optional<SecretBook> find(AgencyCode agency, long id) {
        return database.sql(SELECT + "where agency = ? and b.book_id = ?")
                .params(agency.value(), id)
                .query((row, _) -> book(row))
                .optional();
    }

    /** The last volume of a year, locked until the end of the transaction. */
    Optional<SecretBook> lastVolume(AgencyCode agency, SecretBook.Direction direction, int year) {
        Optional<Long> id = database.sql(
                        "select book_id from secret_book where agency = ? and direction = ? and year = ?"
                                + " order by volume desc limit 1 for update")
                .params(agency.value(), direction.name(), year)
                .query(Long.class)
                .optional();
        return id.flatMap(book -> find(agency, book));
    }

    /** The highest number of a book in a year, whatever the volume. */
    int highest(AgencyCode agency, SecretBook.Direction direction, int year) {
        return database.sql("select coalesce(max(e.number), 0) from secret_entry e join secret_book b"
                        + " on b.book_id = e.book_id where b.agency = ? and b.direction = ? and b.year = ?")
                .params(agency.value(), direction.name(), year)
                .query(Integer.class)
                .single();
    }

    void open(AgencyCode agency, SecretBook.Direction direction, int year, int volume) {
        try {
            int _ = database.sql(
                            "insert into secret_book (agency, direction, year, volume, last) values (?, ?, ?, ?, 0)")
                    .params(agency.value(), direction.name(), year, volume)
                    .update();
        } catch (DuplicateKeyException raced) {
            throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
        }
    }

    boolean lock(long book, LoginName by, Instant now) {
        return database.sql("update secret_book set locked_at = ?, locked_by = ? where book_id = ? and locked_at"
                                + " is null")
                        .params(Columns.of(now), by.value(), book)
                        .update()
                == 1;
    }

    void insert(long book, int number, Secrecy level, UUID source, BookContent content, LoginName by, Instant now) {
        try {
            int _ = database.sql("insert into secret_entry (book_id, number, level, source, entered_at, entered_by,"
                            + " content) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            book,
                            number,
                            Levels.number(level),
                            Columns.octets(source),
                            Columns.of(now),
                            by.value(),
                            seals.metadata(place(book, number), content))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new HinderedException(Hindrance.NUMBER_TAKEN);
        }
    }

    List<BookLine> lines(long book, int after, int limit, Secrecy upTo) {
        return database.sql("select number, level, entered_at, entered_by, content from secret_entry where book_id = ?"
                        + " and number > ? and level <= ? order by number limit ?")
                .params(book, after, Levels.number(upTo), limit)
                .query((row, _) -> line(book, row))
                .list();
    }

    private BookLine line(long book, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        BookContent content = seals.metadata(place(book, number), row.getBytes("content"), BookContent.class);
        return new BookLine(
                number,
                Levels.of(row.getInt("level")),
                Columns.instant(row, "entered_at"),
                new LoginName(row.getString("entered_by")),
                content.arrivedOn(),
                content.issuedOn(),
                content.code(),
                content.organisation(),
                content.typeName(),
                content.subject(),
                content.signer(),
                content.unit(),
                content.copies(),
                content.note());
    }

    static byte[] place(long book, int number) {
        return Place.of("book", book, number);
    }

    private static SecretBook book(ResultSet row) throws SQLException {
        String locker = Columns.text(row, "locked_by");
        @Nullable LoginName lockedBy = locker.isEmpty() ? null : new LoginName(locker);
        return new SecretBook(
                row.getLong("book_id"),
                new AgencyCode(row.getString("agency")),
                SecretBook.Direction.valueOf(row.getString("direction")),
                row.getInt("year"),
                row.getInt("volume"),
                row.getInt("highest"),
                row.getInt("entries"),
                Columns.instantOrNull(row, "locked_at"),
                lockedBy);
    }
}
