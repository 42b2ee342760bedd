package vn.lienthong.node.register.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.register.internal.BooksUnderTest.CLERK;
import static vn.lienthong.node.register.internal.BooksUnderTest.COMMITTEE;
import static vn.lienthong.node.register.internal.BooksUnderTest.PARTY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.ChangeAnswer;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.HistoryLine;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.NumberAnswer.Reason;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

@ExtendWith(DatabaseExtension.class)
class NumberingIT {
    private static final int THREADS = 16;
    private static final int NUMBERS = 400;

    private final BooksUnderTest under;

    NumberingIT(DataSource source) {
        under = new BooksUnderTest(source);
    }

    @Test
    void givesEachNumberOnceToSixteenThreads() throws InterruptedException, ExecutionException {
        AgencyCode agency = new AgencyCode("H37.01");
        Book book = under.registers.standardBook(agency, BookKind.INCOMING);
        EntryFacts facts = under.incoming("1");
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            IntStream.range(0, NUMBERS)
                    .forEach(_ -> answers.add(threads.submit(
                            () -> under.issued(book, facts).number().value())));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            numbers.add(answer.get());
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, NUMBERS).boxed().toList());
        assertThat(under.counters.last(book.id(), "")).isEqualTo(NUMBERS);
    }

    @Test
    void leavesNoGapWhenATransactionIsRolledBack() {
        AgencyCode agency = new AgencyCode("H37.02");
        Book book = under.registers.standardBook(agency, BookKind.OUTGOING);
        under.issued(book, under.outgoing("Công văn"));
        under.transactions.executeWithoutResult(status -> {
            NumberAnswer undone = under.registers.issue(
                    IssueOrder.next(agency, book.id(), under.outgoing("Công văn"), "test:undone", CLERK));
            assertThat(BooksUnderTest.entry(undone).code().display()).isEqualTo("02/UBND-VX");
            status.setRollbackOnly();
        });
        assertThat(under.registers.ofDocument(agency, BookKind.OUTGOING, "test:undone"))
                .isEmpty();
        assertThat(under.issued(book, under.outgoing("Quyết định")).display()).isEqualTo("02/QĐ-UBND");
    }

    @Test
    void givesTheSameDocumentTheSameNumberAgain() {
        Book book = under.registers.standardBook(new AgencyCode("H37.03"), BookKind.INCOMING);
        IssueOrder order = IssueOrder.next(book.agency(), book.id(), under.incoming("9"), "test:twice", CLERK);
        RegisterEntry first = BooksUnderTest.entry(under.issue(order));
        NumberAnswer again = under.issue(order);
        assertThat(again).isEqualTo(new NumberAnswer.Issued(first, true));
        assertThat(under.issued(book, under.incoming("10")).number().value()).isEqualTo(2);
    }

    @Test
    void beginsAgainOnNewYearForTheStateOnly() {
        AgencyCode state = new AgencyCode("H37.04");
        AgencyCode party = new AgencyCode("A37.04");
        Book old = under.registers.standardBook(state, BookKind.OUTGOING);
        Book term = under.registers.standardBook(party, BookKind.OUTGOING);
        assertThat(under.issued(old, under.outgoing("Báo cáo")).display()).isEqualTo("01/BC-UBND");
        assertThat(under.issued(term, under.outgoing("Báo cáo")).display()).isEqualTo("01-BC/TU");
        assertThat(under.issued(term, under.outgoing("Công văn")).display()).isEqualTo("01-CV/TU");
        under.clock.advance(Duration.ofDays(42));
        assertThat(under.shelf.today()).isEqualTo(LocalDate.of(2027, Month.JANUARY, 2));

        assertThat(under.issue(old, under.outgoing("Báo cáo")))
                .isEqualTo(new NumberAnswer.Refused(Reason.CLOSED, List.of("năm 2026", "năm 2027")));
        Book fresh = under.registers.standardBook(state, BookKind.OUTGOING);
        assertThat(fresh.title()).isEqualTo("Sổ văn bản đi năm 2027");
        assertThat(fresh.line()).isEqualTo(old.line());
        assertThat(under.issued(fresh, under.outgoing("Báo cáo")).display()).isEqualTo("01/BC-UBND");
        assertThat(under.registers.standardBook(party, BookKind.OUTGOING)).isEqualTo(term);
        assertThat(under.issued(term, under.outgoing("Báo cáo")).display()).isEqualTo("02-BC/TU");
        assertThat(under.registers.books(state, BookKind.OUTGOING)).hasSize(2);
    }

    @Test
    void insertsNumbersWithASuffixForAReason() {
        Book book = under.registers.standardBook(new AgencyCode("H37.05"), BookKind.INCOMING);
        under.issued(book, under.incoming("1"));
        EntryFacts facts = under.incoming("2");
        assertThat(under.issue(book, facts, new NumberWish.Inserted(1, " ")))
                .isEqualTo(new NumberAnswer.Refused(Reason.SUFFIX_REASON, List.of()));
        assertThat(under.issue(book, facts, new NumberWish.Inserted(7, "đến muộn qua bưu điện")))
                .isEqualTo(new NumberAnswer.Refused(Reason.SUFFIX_BEHIND, List.of(7)));
        NumberWish late = new NumberWish.Inserted(1, "đến muộn qua bưu điện");
        assertThat(BooksUnderTest.entry(under.issue(book, facts, late)).display())
                .isEqualTo("1a");
        assertThat(BooksUnderTest.entry(under.issue(book, facts, late)).display())
                .isEqualTo("1b");
        assertThat(under.issued(book, facts).display()).isEqualTo("2");
    }

    @Test
    void takesOverANumberThatWasGivenOnPaper() {
        Book book = under.registers.standardBook(new AgencyCode("H37.06"), BookKind.OUTGOING);
        NumberWish fifth = new NumberWish.Given(5);
        assertThat(BooksUnderTest.entry(under.issue(book, under.outgoing("Tờ trình"), fifth))
                        .display())
                .isEqualTo("05/TTr-UBND");
        assertThat(under.issue(book, under.outgoing("Tờ trình"), fifth))
                .isEqualTo(new NumberAnswer.Refused(Reason.NUMBER_TAKEN, List.of(5)));
        assertThat(under.issued(book, under.outgoing("Tờ trình")).display()).isEqualTo("06/TTr-UBND");
    }

    @Test
    void keepsACancelledNumberAndNeverUsesItAgain() {
        AgencyCode agency = new AgencyCode("H37.07");
        Book book = under.registers.standardBook(agency, BookKind.OUTGOING);
        RegisterEntry entry = under.issued(book, under.outgoing("Công văn"));
        ChangeAnswer answer = under.transactions.execute(
                _ -> under.registers.cancel(agency, entry.id(), "Ký nhầm thẩm quyền", CLERK));
        assertThat(answer).isInstanceOf(ChangeAnswer.Done.class);
        RegisterEntry cancelled = under.registers.find(agency, entry.id()).orElseThrow();
        assertThat(cancelled.cancellation().orElseThrow().reason()).isEqualTo("Ký nhầm thẩm quyền");
        assertThat(under.registers.cancel(agency, entry.id(), "lại", CLERK)).isInstanceOf(ChangeAnswer.Cancelled.class);
        assertThat(under.registers.cancel(COMMITTEE, entry.id(), "lạ", CLERK)).isInstanceOf(ChangeAnswer.Unknown.class);
        assertThat(under.issued(book, under.outgoing("Công văn")).display()).isEqualTo("02/UBND-VX");
        assertThat(under.registers.history(agency, entry.id()))
                .extracting(HistoryLine::act)
                .containsExactly(HistoryLine.Act.ISSUE, HistoryLine.Act.CANCEL);
        assertThat(under.registers.history(COMMITTEE, entry.id())).isEmpty();
    }

    @Test
    void findsTheEarlierNumberOfADuplicate() {
        AgencyCode agency = new AgencyCode("H37.08");
        Book book = under.registers.standardBook(agency, BookKind.INCOMING);
        RegisterEntry first = under.issued(book, under.incoming("7816"));
        DocumentCode code = new DocumentCode("7816", "VPCP-TTĐT");
        LocalDate date = LocalDate.of(2026, Month.NOVEMBER, 20);
        EntryFacts.Author byName = new EntryFacts.Author(null, "VĂN PHÒNG CHÍNH PHỦ");
        EntryFacts.Author byCode = new EntryFacts.Author(new AgencyCode("G22"), "VPCP");
        EntryFacts.Author other = new EntryFacts.Author(new AgencyCode("G21"), "Bộ khác");
        assertThat(under.registers.duplicates(agency, BookKind.INCOMING, byName, code, date))
                .containsExactly(first);
        assertThat(under.registers.duplicates(agency, BookKind.INCOMING, byCode, code, date))
                .containsExactly(first);
        assertThat(under.registers.duplicates(agency, BookKind.INCOMING, null, code, date))
                .containsExactly(first);
        assertThat(under.registers.duplicates(agency, BookKind.INCOMING, other, code, date))
                .isEmpty();
        assertThat(under.registers.duplicates(agency, BookKind.INCOMING, byCode, code, date.plusDays(1)))
                .isEmpty();
        assertThat(under.registers.duplicates(COMMITTEE, BookKind.INCOMING, byCode, code, date))
                .isEmpty();
    }

    @Test
    void listsABookInPartsAndByFilter() {
        AgencyCode agency = new AgencyCode("H37.09");
        Book book = under.registers.standardBook(agency, BookKind.INCOMING);
        IntStream.rangeClosed(1, 7).forEach(number -> under.issued(book, under.incoming("" + number)));
        EntryFilter all = EntryFilter.all(agency, book.id());
        Page<RegisterEntry> first = under.registers.list(all, new PageWish(null, 3));
        Page<RegisterEntry> second = under.registers.list(all, new PageWish(first.next(), 3));
        Page<RegisterEntry> third = under.registers.list(all, new PageWish(second.next(), 3));
        assertThat(first.rows()).extracting(RegisterEntry::display).containsExactly("7", "6", "5");
        assertThat(second.rows()).extracting(RegisterEntry::display).containsExactly("4", "3", "2");
        assertThat(third.rows()).extracting(RegisterEntry::display).containsExactly("1");
        assertThat(third.next()).isNull();
        assertThat(under.registers.list(all, new PageWish("nonsense", 3))).isEqualTo(first);
        assertThat(under.registers
                        .list(EntryFilter.all(COMMITTEE, book.id()), new PageWish(null, 3))
                        .rows())
                .isEmpty();
        EntryFilter some =
                new EntryFilter(agency, book.id(), null, null, 2, 5, "gui nhan dien tu", "Công văn", Urgency.EXPRESS);
        assertThat(under.registers.list(some, new PageWish(null, 50)).rows())
                .extracting(RegisterEntry::display)
                .containsExactly("5", "4", "3", "2");
    }

    @Test
    void letsOneOfTwoWriteTheDeliveryColumns() {
        AgencyCode agency = new AgencyCode("H37.10");
        Book book = under.registers.standardBook(agency, BookKind.INCOMING);
        RegisterEntry seen = under.issued(book, under.incoming("3"));
        Registers.Delivery delivery =
                new Registers.Delivery("Phòng Văn xã", under.shelf.today(), "Lê Thị Sáu", "có bản giấy");
        int version = seen.changed().version();
        ChangeAnswer one = under.registers.delivered(agency, seen.id(), delivery, version, CLERK);
        ChangeAnswer two = under.registers.delivered(agency, seen.id(), delivery, version, CLERK);
        assertThat(one).isInstanceOf(ChangeAnswer.Done.class);
        assertThat(two).isInstanceOf(ChangeAnswer.Overtaken.class);
        RegisterEntry now = under.registers.find(agency, seen.id()).orElseThrow();
        assertThat(now.signedFor()).isEqualTo("Lê Thị Sáu");
        assertThat(now.receivers()).isEqualTo("Phòng Văn xã");
    }

    @Test
    void showsTheNextNumberWithoutTakingIt() {
        Book book = under.registers.standardBook(PARTY, BookKind.OUTGOING);
        EntryFacts report = under.outgoing("Báo cáo");
        assertThat(under.registers
                        .preview(PARTY, book.id(), report)
                        .orElseThrow()
                        .display())
                .isEqualTo("01-BC/TU");
        assertThat(under.issued(book, report).display()).isEqualTo("01-BC/TU");
        assertThat(under.registers.preview(PARTY, book.id(), under.incoming("1")))
                .isEmpty();
        assertThat(under.registers.preview(COMMITTEE, book.id(), report)).isEmpty();
        assertThat(under.issue(book, under.incoming("1")))
                .isEqualTo(new NumberAnswer.Refused(Reason.UNKNOWN_BOOK, List.of()));
    }
}
