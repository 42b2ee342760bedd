package vn.lienthong.node.register.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.register.internal.BooksUnderTest.CLERK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.GapReport;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.HistoryLine;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.web.PageWish;

@ExtendWith(DatabaseExtension.class)
class BookImportIT {
    private final BooksUnderTest under;
    private final BookImport imports;

    BookImportIT(DataSource source) {
        under = new BooksUnderTest(source);
        imports =
                new BookImport(under.books, under.entries, under.counters, under.history, under.recording, under.shelf);
    }

    @Test
    void takesOverAnOldBookAndGoesOnBehindIt() throws IOException {
        AgencyCode agency = new AgencyCode("H37.61");
        Book book = under.registers.standardBook(agency, BookKind.INCOMING);
        List<ImportSheet.Line> lines = lines(
                book,
                List.of(
                        row("2/1/2026", "1", "Sở Tài chính", "12", "STC-NS", "1/1/2026", "Công văn", "Về dự toán"),
                        row("3/1/2026", "1a", "Sở Nội vụ", "13", "SNV", "2/1/2026", "Công văn", "=2+3 về biên chế"),
                        row("5/1/2026", "3", "Sở Nội vụ", "", "", "4/1/2026", "Giấy mời", "Họp giao ban")));
        ImportPlan dry = imports.plan(book, lines, CLERK);
        assertThat(dry.faults()).isEmpty();
        assertThat(dry.entries()).hasSize(3);
        assertThat(under.registers
                        .list(EntryFilter.all(agency, book.id()), new PageWish(null, 9))
                        .rows())
                .isEmpty();
        ImportPlan done = under.transactions.execute(_ -> imports.run(book, lines, CLERK));
        assertThat(done).isNotNull();
        assertThat(under.registers
                        .list(EntryFilter.all(agency, book.id()), new PageWish(null, 9))
                        .rows())
                .extracting(RegisterEntry::display)
                .containsExactly("3", "1a", "1");
        assertThat(under.issued(book, under.incoming("14")).display()).isEqualTo("4");
        GapReport gaps =
                new GapReports(under.database, under.counters).of(book.id()).getFirst();
        assertThat(gaps.missing()).containsExactly(new GapReport.Range(2, 2));
        assertThat(gaps.suffixed()).hasSize(1);
        assertThat(under.history.ofBook(book.id(), Long.MAX_VALUE, 9))
                .extracting(numbered -> numbered.line().act())
                .contains(HistoryLine.Act.IMPORT);
        assertThat(imports.plan(book, lines, CLERK).faults())
                .extracting(ImportFault::key)
                .containsOnly("register.import.taken");
    }

    @Test
    void tellsWhatIsWrongRowByRow() throws IOException {
        Book book = under.registers.standardBook(new AgencyCode("H37.62"), BookKind.INCOMING);
        ImportPlan plan = imports.plan(
                book,
                lines(
                        book,
                        List.of(
                                row("2/1/2026", "1", "Sở Tài chính", "12", "STC", "", "Công văn", "Về dự toán"),
                                row("2/1/2025", "2", "Sở Tài chính", "12", "STC", "1/1/2025", "Công văn", "Năm trước"),
                                row("2/1/2026", "x", "", "12", "STC", "3/1/2026", "Công văn", ""),
                                row("2/1/2026", "4", "Sở", "12", "STC", "1/1/2026", "Công văn", "Một"),
                                row("31/2/2026", "4", "Sở", "12", "STC", "1/1/2026", "Công văn", "Hai"))),
                CLERK);
        assertThat(plan.isClean()).isFalse();
        assertThat(plan.faults())
                .extracting(fault -> fault.row() + " " + fault.key() + " " + fault.argument())
                .contains(
                        "2 register.import.missing ngày ban hành",
                        "3 register.import.period 02/01/2025",
                        "4 register.import.number số đến",
                        "4 register.import.missing tác giả",
                        "4 register.import.missing trích yếu nội dung",
                        "4 register.import.order ",
                        "6 register.import.date ngày đến");
        ImportPlan nothing = under.transactions.execute(_ -> imports.run(book, List.of(), CLERK));
        assertThat(nothing).isNotNull();
        assertThat(under.counters.last(book.id(), "")).isZero();
    }

    @Test
    void refusesFilesThatAreNoWorkbookOrTooLarge() throws IOException {
        assertThat(ImportSheet.read(new byte[0], BookKind.INCOMING)).isEqualTo(unusable("register.import.size", 5));
        assertThat(ImportSheet.read(new byte[ImportSheet.LARGEST + 1], BookKind.INCOMING))
                .isEqualTo(unusable("register.import.size", 5));
        assertThat(ImportSheet.read(new byte[] {'P', 'K', 3, 4, 9, 9}, BookKind.INCOMING))
                .isEqualTo(unusable("register.import.broken", ""));
        assertThat(ImportSheet.read(zip("a.txt", 10), BookKind.INCOMING))
                .isEqualTo(unusable("register.import.broken", ""));
        assertThat(ImportSheet.read(zip("xl/worksheets/sheet1.xml", 101 << 20), BookKind.INCOMING))
                .isEqualTo(unusable("register.import.bomb", 100L));
        assertThat(ImportSheet.read(workbook(List.of(List.of("Số đến", "Ngày đến"))), BookKind.INCOMING))
                .isEqualTo(unusable("register.import.heading", "Ngày đến"));
    }

    private static ImportSheet.Content unusable(String key, Object argument) {
        return new ImportSheet.Content.Unusable(key, argument);
    }

    private static byte[] zip(String name, int octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 20];
            for (int left = octets; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, Math.min(left, zeros.length));
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static List<ImportSheet.Line> lines(Book book, List<List<String>> rows) throws IOException {
        List<String> titles =
                ImportColumns.of(book.kind()).stream().map(ImportColumns::title).toList();
        List<List<String>> all = new ArrayList<>(List.of(titles));
        all.addAll(rows);
        ImportSheet.Content content = ImportSheet.read(workbook(all), book.kind());
        assertThat(content).isInstanceOf(ImportSheet.Content.Lines.class);
        return ((ImportSheet.Content.Lines) content).lines();
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0");
                Worksheet sheet = book.newWorksheet("Sổ")) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    sheet.value(i, j, rows.get(i).get(j));
                }
            }
        }
        return out.toByteArray();
    }
}
