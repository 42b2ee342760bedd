package vn.lienthong.node.incoming.internal.page;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** Files to save, whole or from where a download broke off, and pages to look at. */
@Controller
@InNodeRole
class FilePages {

    private static final Pattern FROM = Pattern.compile("bytes=([0-9]{1,15})-");

    private final Reach reach;
    private final DocumentFiles files;
    private final Looks looks;

    FilePages(Reach reach, DocumentFiles files, Looks looks) {
        this.reach = reach;
        this.files = files;
        this.looks = looks;
    }

    @GetMapping("/incoming/{id}/files/{number}")
    ResponseEntity<StreamingResponseBody> file(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String condition) {
        IncomingDocument document = document(person, id);
        Attachment file = files.find(document, number).orElseThrow(NothingHereException::new);
        String tag = '"' + file.sha512().hex() + '"';
        long from = condition == null || condition.equals(tag) ? from(range, file.size()) : 0;
        looks.file(document, number);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(from > 0 ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
                .contentType(mediaType(file))
                .contentLength(file.size() - from)
                .cacheControl(CacheControl.noStore())
                .eTag(tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name().value()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        if (from > 0) {
            answer.header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (file.size() - 1) + "/" + file.size());
        }
        return answer.body(out -> files.copy(document, number, file, new BehindOutputStream(out, from)));
    }

    private static long from(@Nullable String range, long size) {
        Matcher wanted = FROM.matcher(range == null ? "" : range);
        long from = wanted.matches() ? Long.parseLong(wanted.group(1)) : 0;
        return from < size ? from : 0;
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static MediaType mediaType(Attachment file) {
        try {
            return MediaType.parseMediaType(file.mediaType());
        } catch (InvalidMediaTypeException claimedBySender) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    @GetMapping("/incoming/{id}/package")
    ResponseEntity<StreamingResponseBody> signedPackage(@AuthenticationPrincipal Person person, @PathVariable long id) {
        IncomingDocument document = document(person, id);
        looks.all(document);
        return Downloads.answer(files.signedPackage(document));
    }

    @GetMapping("/incoming/{id}/zip")
    ResponseEntity<StreamingResponseBody> zip(@AuthenticationPrincipal Person person, @PathVariable long id) {
        IncomingDocument document = document(person, id);
        looks.all(document);
        return Downloads.answer(files.zip(document));
    }

    @GetMapping("/incoming/{id}/files/{number}/pages/{page}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int page,
            @RequestParam(defaultValue = "900") int width) {
        IncomingDocument document = document(person, id);
        Attachment file =
                files.find(document, number).filter(DocumentFiles::isPdf).orElseThrow(NothingHereException::new);
        looks.page(document, number, page);
        try {
            return switch (files.picture(document, number, file, page, width)) {
                case PagePicture.Drawn drawn ->
                    ResponseEntity.ok()
                            .contentType(MediaType.parseMediaType(drawn.mediaType()))
                            .cacheControl(CacheControl.noStore())
                            .header("X-Content-Type-Options", "nosniff")
                            .body(drawn.octets());
                case PagePicture.Refused(PagePicture.Reason reason) -> refused(reason);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private IncomingDocument document(Person person, long id) {
        return reach.find(person, id).orElseThrow(NothingHereException::new);
    }

    /** Passes on only what lies behind a place. */
    private static final class BehindOutputStream extends FilterOutputStream {

        private long skip;

        BehindOutputStream(OutputStream out, long skip) {
            super(out);
            this.skip = skip;
        }

        @Override
        public void write(int octet) throws IOException {
            if (skip > 0) {
                skip--;
            } else {
                out.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            int over = (int) Math.min(skip, length);
            skip -= over;
            if (over < length) {
                out.write(octets, offset + over, length - over);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
