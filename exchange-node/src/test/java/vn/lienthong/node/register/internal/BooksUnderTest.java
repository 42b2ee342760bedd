package vn.lienthong.node.register.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.testing.SettableClock;

/** The books on a real database, with a clock that tests move and two agencies: a people's committee and a Party committee. */
final class BooksUnderTest {
    static final LoginName CLERK = new LoginName("van.thu");
    static final AgencyCode COMMITTEE = new AgencyCode("H37");
    static final AgencyCode PARTY = new AgencyCode("A37");

    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T01:15:30.123Z"));
    final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
    final TransactionTemplate transactions;
    final JdbcClient database;
    final BookTable books;
    final CounterTable counters;
    final EntryTable entries;
    final EntryListing listing;
    final HistoryTable history;
    final BookShelf shelf;
    final StoredRegisters registers;
    final RegisterEvents recording;

    BooksUnderTest(DataSource source) {
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        database = JdbcClient.create(source);
        books = new BookTable(database);
        counters = new CounterTable(database);
        entries = new EntryTable(database, clock);
        listing = new EntryListing(database);
        history = new HistoryTable(database, clock);
        recording = new RegisterEvents(new Recording());
        shelf = new BookShelf(books, history, lookup(), new HiddenTypes(database), clock);
        Numbering numbering = new Numbering(shelf, books, counters, entries, history, recording);
        registers = new StoredRegisters(shelf, books, numbering, entries, listing, history, recording);
    }

    private static AgencyLookup lookup() {
        return new AgencyLookup() {
            @Override
            public Optional<Agency> find(AgencyCode code) {
                return agency(code);
            }

            @Override
            public Optional<Agency> find(AgencyId id) {
                return Optional.empty();
            }
        };
    }

    private static Optional<Agency> agency(AgencyCode code) {
        Bloc bloc = code.value().startsWith("A") ? Bloc.PARTY : Bloc.GOVERNMENT;
        String name = bloc == Bloc.PARTY ? "Tỉnh ủy Lạng Sơn" : "Ủy ban nhân dân tỉnh Lạng Sơn";
        AgencyId id = new AgencyId(UUID.nameUUIDFromBytes(code.value().getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new Agency(id, bloc, name, List.of(new CodeValidity(code, Instant.EPOCH, null)), null));
    }

    static String document() {
        return "test:" + DOCUMENTS.incrementAndGet();
    }

    EntryFacts.Outgoing outgoing(String type) {
        return new EntryFacts.Outgoing(
                shelf.today(),
                type,
                "VX",
                "Về việc chuẩn bị Đại hội",
                "Nguyễn Văn An",
                "Các sở, ban, ngành",
                "Lưu: VT",
                5,
                Urgency.ORDINARY,
                Secrecy.ORDINARY,
                "");
    }

    EntryFacts.Incoming incoming(String number) {
        return new EntryFacts.Incoming(
                shelf.today(),
                new EntryFacts.Author(new AgencyCode("G22"), "Văn phòng Chính phủ"),
                new DocumentCode(number, "VPCP-TTĐT"),
                LocalDate.of(2026, Month.NOVEMBER, 20),
                "Công văn",
                "Về việc gửi nhận văn bản điện tử",
                "Trần Văn B",
                "Phòng Hành chính",
                null,
                Urgency.EXPRESS,
                Secrecy.ORDINARY,
                "");
    }

    NumberAnswer issue(Book book, EntryFacts facts) {
        return issue(IssueOrder.next(book.agency(), book.id(), facts, document(), CLERK));
    }

    NumberAnswer issue(Book book, EntryFacts facts, NumberWish wish) {
        return issue(IssueOrder.next(book.agency(), book.id(), facts, document(), CLERK)
                .wishing(wish));
    }

    NumberAnswer issue(IssueOrder order) {
        NumberAnswer answer = transactions.execute(_ -> registers.issue(order));
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    RegisterEntry issued(Book book, EntryFacts facts) {
        return entry(issue(book, facts));
    }

    static RegisterEntry entry(NumberAnswer answer) {
        return switch (answer) {
            case NumberAnswer.Issued issued -> issued.entry();
            case NumberAnswer.Refused refused -> throw new AssertionError(refused.key());
        };
    }

    /** Remembers what was recorded. */
    private final class Recording implements AuditTrail {
        @Override
        public EventId record(SecurityEvent event) {
            events.add(event);
            return new EventId(UUID.nameUUIDFromBytes(new byte[] {1}));
        }

        @Override
        public EventId recordNow(SecurityEvent event) {
            return record(event);
        }

        @Override
        public void recordRefusal(SecurityEvent event) {
            events.add(event);
        }
    }
}
