package vn.lienthong.node.register.internal;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.core.register.GapReport;
import vn.lienthong.crypto.pdf.ArrivalStamp;
import vn.lienthong.crypto.pdf.ArrivalStampPdf;
import vn.lienthong.crypto.pdf.HandlingSlip;
import vn.lienthong.crypto.pdf.HandlingSlipPdf;
import vn.lienthong.crypto.pdf.ProofSheet;
import vn.lienthong.crypto.pdf.ProofSheet.Fact;
import vn.lienthong.crypto.pdf.RegisterSheet;
import vn.lienthong.crypto.pdf.RegisterSheetPdf;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.HandlingWords;
import vn.lienthong.node.register.Prints;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.PrintedMark;

/** Books and papers as PDF. */
@InNodeRole
@Component
class BookPrints implements Prints {
    private static final String PDF = "application/pdf";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final EntryListing listing;
    private final GapReports gaps;
    private final BookTable books;
    private final BookShelf shelf;
    private final RegisterEvents events;
    private final PrintedMark mark;

    BookPrints(
            EntryListing listing,
            GapReports gaps,
            BookTable books,
            BookShelf shelf,
            RegisterEvents events,
            PrintedMark mark) {
        this.listing = listing;
        this.gaps = gaps;
        this.books = books;
        this.shelf = shelf;
        this.events = events;
        this.mark = mark;
    }

    /** A whole book, or the part that a filter leaves. */
    Download book(Book book, PrintedBook form, EntryFilter filter) {
        events.handedOut(EventKind.REGISTER_PRINT, book, form.slug());
        List<GapReport> reports = gaps.of(book.id());
        String name = form.slug() + "-" + book.period().name() + ".pdf";
        return new Download(name, PDF, -1, out -> write(book, form, filter, reports, out));
    }

    private void write(Book book, PrintedBook form, EntryFilter filter, List<GapReport> reports, OutputStream out)
            throws IOException {
        RegisterSheet sheet = new RegisterSheet(
                capitals(shelf.superiorOf(book.agency())),
                capitals(shelf.nameOf(book.agency())),
                form.title(),
                cover(book, filter, reports),
                form.columns(),
                closing(reports),
                List.of(
                        new RegisterSheet.Signature("NGƯỜI GIỮ SỔ", "(Ký, ghi rõ họ tên)"),
                        new RegisterSheet.Signature("THỦ TRƯỞNG CƠ QUAN", "(Ký tên, đóng dấu)")));
        Iterator<RegisterEntry> lines = new BookReader(listing, filter);
        mark.write(pdf -> RegisterSheetPdf.write(sheet, rows(form, lines), pdf), out);
    }

    private static Iterator<RegisterSheet.Row> rows(PrintedBook form, Iterator<RegisterEntry> lines) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public RegisterSheet.Row next() {
                RegisterEntry entry = lines.next();
                return new RegisterSheet.Row(form.cells(entry), entry.cancelled() != null);
            }
        };
    }

    private List<String> cover(Book book, EntryFilter filter, List<GapReport> reports) {
        List<String> lines = new ArrayList<>();
        String words = book.periodWords();
        lines.add(words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1));
        lines.add(book.name());
        LocalDate until = book.period().until();
        LocalDate from = filter.from() == null ? book.period().from() : filter.from();
        LocalDate last = filter.until() == null ? until : filter.until();
        lines.add("Từ ngày " + DateText.write(from) + " đến ngày "
                + (last == null ? ".........................." : DateText.write(last)));
        if (reports.size() == 1 && filter.equals(EntryFilter.all(book.agency(), book.id()))) {
            GapReport only = reports.getFirst();
            lines.add("Từ số " + only.first() + " đến số " + only.last());
        }
        lines.add("Quyển số: ..................");
        return lines;
    }

    private static List<String> closing(List<GapReport> reports) {
        List<String> sentences = new ArrayList<>();
        for (GapReport report : reports) {
            String series = report.series().isEmpty() ? "Sổ này" : "Loại " + report.series() + ":";
            sentences.add(series + " có " + report.entries() + " dòng, từ số " + report.first() + " đến số "
                    + report.last() + "; số đã hủy: " + report.cancelled().size() + "; số phụ: "
                    + report.suffixed().size() + "; số thiếu: "
                    + report.missing().size() + ".");
        }
        return sentences;
    }

    @Override
    public Download handlingSlip(RegisterEntry entry, HandlingWords words, String link) {
        books.find(entry.agency(), entry.book()).ifPresent(book -> events.printed(book, entry, "handling-slip"));
        HandlingSlip slip = new HandlingSlip(
                capitals(shelf.superiorOf(entry.agency())),
                capitals(shelf.nameOf(entry.agency())),
                facts(entry),
                parts(words),
                code(link));
        String name = "phieu-giai-quyet-" + entry.number().display() + ".pdf";
        return new Download(name, PDF, -1, out -> mark.write(pdf -> HandlingSlipPdf.write(slip, pdf), out));
    }

    private static List<Fact> facts(RegisterEntry entry) {
        LocalDate issued = entry.issuedOn();
        String dated = issued == null ? "" : " ngày " + DateText.write(issued);
        return List.of(
                new Fact("Số đến", entry.number().display() + ", ngày " + DateText.write(entry.enteredOn())),
                new Fact("Văn bản", (entry.type() + " " + entry.code().display() + dated).strip()),
                new Fact("Cơ quan ban hành", entry.author()),
                new Fact("Trích yếu", entry.subject()));
    }

    private static List<HandlingSlip.Part> parts(HandlingWords words) {
        List<Fact> assigned = List.of(
                new Fact("Giao đơn vị, cá nhân chủ trì", words.lead()),
                new Fact("Giao các đơn vị, cá nhân phối hợp", words.support()),
                new Fact("Thời hạn giải quyết", words.due()),
                new Fact("Ngày cho ý kiến phân phối, giải quyết", words.decidedOn()));
        return List.of(
                new HandlingSlip.Part("1. Ý kiến của lãnh đạo cơ quan, tổ chức", assigned, words.opinion()),
                new HandlingSlip.Part("2. Ý kiến của lãnh đạo đơn vị", List.of(), words.unitOpinion()),
                new HandlingSlip.Part("3. Ý kiến đề xuất của người giải quyết", List.of(), words.proposal()));
    }

    private static ProofSheet.Code code(String link) {
        QrCode code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        return new ProofSheet.Code(code.size, code::getModule);
    }

    @Override
    public Download arrivalStamp(RegisterEntry entry, ArrivalStampPdf.Paper paper) {
        books.find(entry.agency(), entry.book()).ifPresent(book -> events.printed(book, entry, "arrival-stamp"));
        ArrivalStamp stamp = new ArrivalStamp(
                capitals(shelf.nameOf(entry.agency())),
                entry.number().display(),
                DateText.write(entry.enteredOn()),
                firstLine(entry.receivers()),
                "");
        String name = "dau-den-" + entry.number().display() + ".pdf";
        return new Download(name, PDF, -1, out -> mark.write(pdf -> ArrivalStampPdf.write(stamp, paper, pdf), out));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String capitals(String name) {
        return name.toUpperCase(VIETNAMESE);
    }
}
