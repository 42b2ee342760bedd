package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The books of state secrets: volumes, lines, locking, print. */
@Controller
@InNodeRole
class BookPages {

    private static final String BOOKS = "/secret/books";
    private static final int LINES = 100;

    private final SecretServices services;
    private final Gate gate;
    private final SecretBookPrint print;
    private final InstantSource clock;

    BookPages(SecretServices services, Gate gate, SecretBookPrint print, InstantSource clock) {
        this.services = services;
        this.gate = gate;
        this.print = print;
        this.clock = clock;
    }

    @GetMapping(BOOKS)
    String list(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, BOOKS);
        model.addAttribute("books", gate.value(services.books().books(screen.caller()), SecretDoor.PATH));
        model.addAttribute(
                "year", LocalDate.ofInstant(clock.instant(), DateText.HANOI).getYear());
        return "secretdesk/books";
    }

    @PostMapping(BOOKS)
    String open(
            @RequestParam String direction,
            @RequestParam int year,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretBook.Direction which = direction.equals("IN") ? SecretBook.Direction.IN : SecretBook.Direction.OUT;
        SecretBook book = gate.value(services.books().openVolume(gate.caller(request), which, year), BOOKS);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.books.opened", book.volume()));
        return "redirect:" + BOOKS;
    }

    @GetMapping(BOOKS + "/{book}")
    String one(
            @PathVariable long book,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, BOOKS);
        List<BookLine> lines =
                gate.value(services.books().entries(screen.caller(), book, Math.max(0, after), LINES), BOOKS);
        model.addAttribute("book", found(screen.caller(), book));
        model.addAttribute("lines", lines);
        model.addAttribute("next", lines.size() == LINES ? lines.getLast().number() : 0);
        return "secretdesk/book";
    }

    private SecretBook found(SecretCaller caller, long id) {
        return gate.value(services.books().books(caller), BOOKS).stream()
                .filter(book -> book.id() == id)
                .findFirst()
                .orElseThrow(NothingHereException::new);
    }

    @PostMapping(BOOKS + "/{book}/lock")
    String lock(
            @PathVariable long book,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        String back = BOOKS + "/" + book;
        if (sure.isEmpty()) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.books.lock.confirm"));
            return "redirect:" + back;
        }
        SecretBook locked = gate.value(services.books().lock(caller, book), back);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.books.locked", locked.volume()));
        return "redirect:" + back;
    }

    @PostMapping(BOOKS + "/{book}/print")
    ResponseEntity<StreamingResponseBody> print(@PathVariable long book, HttpServletRequest request) {
        SecretCaller caller = gate.caller(request);
        gate.needsUnlocked(services.keys().state(caller), BOOKS);
        SecretBook volume = found(caller, book);
        String name = "so-bi-mat-nha-nuoc-" + volume.direction().name().toLowerCase(Locale.ROOT) + "-" + volume.year()
                + "-" + volume.volume() + ".pdf";
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(out -> print.write(
                        volume, after -> gate.value(services.books().entries(caller, book, after, LINES), BOOKS), out));
    }
}
