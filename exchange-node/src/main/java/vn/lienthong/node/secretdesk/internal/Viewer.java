package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.pdf.MarkedPages;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PageSource;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.Watermark;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.NothingHereException;

/**
 * Shows files as pictures with the look burnt in, and writes marked copies. The look was recorded by whoever opened the content.
 *
 * <p>Guarantees: octets of a file are in memory only, wiped after use, of two files at once at most; what leaves is marked.
 */
@Component
@InNodeRole
class Viewer {

    private static final long LARGEST = 50L << 20;
    private static final int AT_ONCE = 2;
    private static final Duration DRAWING = Duration.ofSeconds(15);
    private static final Duration COPYING = Duration.ofMinutes(3);
    private static final String PAGES = "vn.lienthong.secret.pages:";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy xxx", Locale.ROOT);

    private final MarkedPages pages;
    private final Names names;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Viewer(Names names, InstantSource clock) {
        this.pages = new MarkedPages(PdfInspectionLimits.STANDARD, clock);
        this.names = names;
        this.clock = clock;
    }

    static SecretFile file(List<SecretFile> files, int number) {
        return files.stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .orElseThrow(NothingHereException::new);
    }

    /** The page around a picture. */
    String page(Screen screen, SecretFile file, String here, String back, int page) {
        Object known = screen.request().getSession().getAttribute(PAGES + here);
        boolean single =
                PageSource.of(file.name()).filter(PageSource.PICTURE::equals).isPresent();
        int all = known instanceof Integer number ? number : single ? 1 : 0;
        if (page < 1 || (all > 0 && page > all)) {
            return "redirect:" + here + "?page=" + (page < 1 ? 1 : all);
        }
        screen.model().addAttribute("file", file);
        screen.model().addAttribute("shown", PageSource.of(file.name()).isPresent() && file.size() <= LARGEST);
        screen.model().addAttribute("page", page);
        screen.model().addAttribute("pages", all);
        screen.model().addAttribute("here", here);
        screen.model().addAttribute("address", here);
        screen.model().addAttribute("back", back);
        return "secretdesk/viewer";
    }

    /** One page as a picture; how many there are is remembered for the page around it. */
    ResponseEntity<byte[]> picture(
            HttpServletRequest request, SecretContent content, Secrecy level, String here, int page) {
        PagePicture picture = drawn(request, content, level, page);
        return switch (picture) {
            case PagePicture.Drawn drawn -> {
                HttpSession session = request.getSession();
                session.setAttribute(PAGES + here, drawn.pages());
                yield ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(drawn.mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cross-Origin-Resource-Policy", "same-origin")
                        .body(drawn.octets());
            }
            case PagePicture.Refused(PagePicture.Reason reason) -> refused(reason);
        };
    }

    private static ResponseEntity<byte[]> refused(PagePicture.Reason reason) {
        return switch (reason) {
            case NO_SUCH_PAGE -> throw new NothingHereException();
            case BUSY, TIME_EXCEEDED ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
            case TOO_LARGE, UNREADABLE, ENCRYPTED, TOO_COMPLEX ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        };
    }

    private PagePicture drawn(HttpServletRequest request, SecretContent content, Secrecy level, int page) {
        SecretFile file = content.file();
        Optional<PageSource> form = PageSource.of(file.name());
        if (form.isEmpty() || file.size() > LARGEST) {
            return new PagePicture.Refused(PagePicture.Reason.TOO_LARGE);
        }
        byte[] octets = new byte[0];
        boolean entered = false;
        try {
            entered = places.tryAcquire(DRAWING.toSeconds(), TimeUnit.SECONDS);
            if (!entered) {
                return new PagePicture.Refused(PagePicture.Reason.BUSY);
            }
            octets = octets(content);
            return pages.draw(
                    form.get(), octets, page, MarkedPages.SCREEN_WIDTH, mark(request, content, level), DRAWING);
        } catch (IOException notKept) {
            return new PagePicture.Refused(PagePicture.Reason.UNREADABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PagePicture.Refused(PagePicture.Reason.BUSY);
        } finally {
            if (entered) {
                Arrays.fill(octets, (byte) 0);
                places.release();
            }
        }
    }

    private static byte[] octets(SecretContent content) throws IOException {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) content.file().size());
        content.copyTo(out);
        return out.toByteArray();
    }

    /** A document of marked pictures, for printing or taking along; under a name that says nothing. */
    ResponseEntity<StreamingResponseBody> copy(
            HttpServletRequest request, SecretContent content, Secrecy level, boolean print) {
        PageSource form = PageSource.of(content.file().name())
                .filter(_ -> content.file().size() <= LARGEST)
                .orElseThrow(NothingHereException::new);
        Watermark mark = mark(request, content, level);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        "Content-Disposition",
                        (print ? "inline" : "attachment") + "; filename=\"" + content.lookCode() + ".pdf\"")
                .body(out -> {
                    byte[] octets = octets(content);
                    try {
                        if (pages.copy(form, octets, mark, COPYING, out).isPresent()) {
                            throw new IOException("the copy was not completed");
                        }
                    } finally {
                        Arrays.fill(octets, (byte) 0);
                    }
                });
    }

    private Watermark mark(HttpServletRequest request, SecretContent content, Secrecy level) {
        if (!(request.getAttribute(SecretDoor.CALLER) instanceof SecretCaller caller)) {
            throw new NothingHereException();
        }
        String who = caller.person().displayName() + " (" + caller.login().value() + ") · " + names.of(caller.agency());
        String when = SECOND.format(clock.instant().atZone(DateText.HANOI));
        String code = content.lookCode();
        return new Watermark(List.of(
                who,
                when + (code.isEmpty() ? "" : " · " + code),
                level.vietnamese().toUpperCase(Locale.ROOT)));
    }
}
