package vn.lienthong.node.log.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.WitnessRequest;

/** {@code /witness}: cosigns checkpoints of listed logs, and shows which it cosigned last (C2SP tlog-witness). */
@RestController
class WitnessDoor {

    private static final int AT_ONCE = 16;
    private static final String SECONDS = "1";
    private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final WitnessBook book;
    private final Semaphore places = new Semaphore(AT_ONCE);

    WitnessDoor(WitnessBook book) {
        this.book = book;
    }

    @PostMapping("/witness/add-checkpoint")
    ResponseEntity<byte[]> addCheckpoint(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(WitnessRequest.MAX_SIZE + 1);
        if (body.length > WitnessRequest.MAX_SIZE) {
            return ResponseEntity.badRequest().build();
        }
        if (!places.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SECONDS)
                    .build();
        }
        try {
            WitnessBook.Answer answer = book.addCheckpoint(body);
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.parseMediaType(answer.type()))
                    .cacheControl(CacheControl.noStore())
                    .body(answer.body().getBytes(StandardCharsets.UTF_8));
        } finally {
            places.release();
        }
    }

    @GetMapping("/witness/{origin}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable String origin) {
        Optional<String> note = Sha256.fromHex(origin).flatMap(book::latest);
        return note.map(text -> ResponseEntity.ok()
                        .contentType(PLAIN)
                        .cacheControl(CacheControl.noCache())
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
