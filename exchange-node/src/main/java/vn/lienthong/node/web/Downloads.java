package vn.lienthong.node.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Sends a file so that the browser saves it and never shows it. */
public final class Downloads {
    private Downloads() {}

    /**
     * The answer that sends it.
     *
     * @param download what to send
     * @return the answer
     * @throws NothingHereException when there is nothing to send
     */
    public static ResponseEntity<StreamingResponseBody> answer(Optional<Download> download) {
        Download file = download.orElseThrow(NothingHereException::new);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(mediaType(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        if (file.size() >= 0) {
            answer.contentLength(file.size());
        }
        return answer.body(file.content()::writeTo);
    }

    private static MediaType mediaType(Download file) {
        try {
            return MediaType.parseMediaType(file.mediaType());
        } catch (InvalidMediaTypeException claimedBySender) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
