package vn.lienthong.node.register.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Taking over an old book from Excel: the template, the report of a dry run, the import. */
@InNodeRole
@Controller
class ImportPages {
    private static final String PAGE = "register/import";
    private static final String FILE = "file";
    private static final int ROOM_FOR_FORM = 4096;
    private static final int TEXT_ROWS = 2000;

    private final RegisterDoor door;
    private final BookImport imports;
    private final StagedSheets staged;

    ImportPages(RegisterDoor door, BookImport imports, StagedSheets staged) {
        this.door = door;
        this.imports = imports;
        this.staged = staged;
    }

    @GetMapping("/registers/{book}/import")
    String ask(@AuthenticationPrincipal Person person, @PathVariable String book, Model model) {
        fill(door.book(person, book), model);
        return PAGE;
    }

    private static void fill(Book book, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("columns", ImportColumns.of(book.kind()));
        model.addAttribute("mostRows", ImportSheet.MOST_ROWS);
        model.addAttribute("largest", ImportSheet.LARGEST >> 20);
    }

    @GetMapping("/registers/{book}/import/template")
    ResponseEntity<StreamingResponseBody> template(@AuthenticationPrincipal Person person, @PathVariable String book) {
        BookKind kind = door.book(person, book).kind();
        String name = kind == BookKind.INCOMING ? "mau-nhap-so-den.xlsx" : "mau-nhap-so-di.xlsx";
        return Downloads.answer(
                Optional.of(new Download(name, ListFormat.XLSX.mediaType(), -1, out -> template(kind, out))));
    }

    /** Cells are formatted as text, so that Excel changes neither numbers nor dates. */
    private static void template(BookKind kind, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "LienThong", "1.0");
                Worksheet sheet = workbook.newWorksheet(kind == BookKind.INCOMING ? "Sổ đến" : "Sổ đi")) {
            List<ImportColumns> columns = ImportColumns.of(kind);
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i).title());
                sheet.style(0, i).bold().wrapText(true).set();
                sheet.width(i, columns.get(i).width());
                sheet.range(1, i, TEXT_ROWS, i).style().format("@").set();
            }
            sheet.freezePane(0, 1);
        }
    }

    @PostMapping("/registers/{book}/import")
    String dryRun(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            HttpServletRequest request,
            Model model) {
        Book of = door.kept(person, book);
        fill(of, model);
        switch (ImportSheet.read(taken(request), of.kind())) {
            case ImportSheet.Content.Unusable(String key, Object argument) -> {
                FormFaults faults = new FormFaults();
                faults.add(FILE, key, argument);
                model.addAttribute(FormFaults.ATTRIBUTE, faults);
            }
            case ImportSheet.Content.Lines(List<ImportSheet.Line> lines) -> {
                ImportPlan plan = imports.plan(of, lines, person.login());
                model.addAttribute("plan", plan);
                if (plan.isClean()) {
                    model.addAttribute("staged", staged.keep(of.id(), person.login(), lines));
                }
            }
        }
        return PAGE;
    }

    /** The file, or nothing when there is none or it is too large. */
    private static byte[] taken(HttpServletRequest request) {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setSizeMax(ImportSheet.LARGEST + ROOM_FOR_FORM);
        upload.setFileCountMax(2);
        try {
            if (!JakartaServletFileUpload.isMultipartContent(request)) {
                return new byte[0];
            }
            FileItemInputIterator items = upload.getItemIterator(request);
            while (items.hasNext()) {
                FileItemInput item = items.next();
                if (!item.isFormField() && FILE.equals(item.getFieldName())) {
                    return bounded(item);
                }
            }
            return new byte[0];
        } catch (IOException | RuntimeException hostile) {
            // Hostile octets: whatever the parser throws is a refusal.
            return new byte[0];
        }
    }

    private static byte[] bounded(FileItemInput item) throws IOException {
        try (InputStream in = item.getInputStream()) {
            return in.readNBytes(ImportSheet.LARGEST + 1);
        }
    }

    @PostMapping("/registers/{book}/import/{id}")
    String run(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @PathVariable UUID id,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        Optional<List<ImportSheet.Line>> lines = staged.take(id, of.id(), person.login());
        if (lines.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("register.import.gone"));
            return "redirect:/registers/" + of.id() + "/import";
        }
        ImportPlan done = imports.run(of, lines.get(), person.login());
        if (!done.isClean()) {
            fill(of, model);
            model.addAttribute("plan", done);
            return PAGE;
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                Notice.success("register.import.done", done.entries().size(), of.title()));
        return "redirect:/registers/" + of.id();
    }
}
