package vn.lienthong.node.directory.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.crypto.timestamp.TimestampAuthority;
import vn.lienthong.node.platform.InDirectoryRole;
import vn.lienthong.node.timestamp.LocalTimestampAuthority;

/** {@code POST /tsa}: time-stamps for everybody (RFC 3161 §3.4, docs/protocol §8). */
@RestController
@InDirectoryRole
class TimestampDoor {

    private static final int PLACES = 32;
    private static final String RETRY_SECONDS = "1";

    private final LocalTimestampAuthority authority;
    private final Semaphore places = new Semaphore(PLACES);

    TimestampDoor(LocalTimestampAuthority authority) {
        this.authority = authority;
    }

    @PostMapping(
            value = "/tsa",
            consumes = TimestampAuthority.REQUEST_TYPE,
            produces = TimestampAuthority.RESPONSE_TYPE)
    ResponseEntity<byte[]> stamp(HttpServletRequest request) throws IOException {
        // One octet more than is allowed is enough for the authority to refuse.
        byte[] query = request.getInputStream().readNBytes(TimestampAuthority.LARGEST_REQUEST + 1);
        if (!places.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        try {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(authority.answer(query));
        } finally {
            places.release();
        }
    }
}
