package vn.lienthong.node.log.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.node.log.LogName;

/** The published logs over HTTP, for everybody: {@code /log/…}, and {@code /log/directory/…} at the directory. */
@RestController
class LogResource {

    private static final String PREFIX = "/log/";
    private static final String DIRECTORY = "directory/";
    private static final String BUNDLES = "tile/entries/";
    private static final String TILES = "tile/";
    private static final Set<String> TEXTS =
            Set.of(LogFiles.CHECKPOINT, LogFiles.WITNESSED, LogFiles.KEY, LogFiles.POST_QUANTUM_KEY, LogFiles.POLICY);
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final RunningLogs logs;

    LogResource(RunningLogs logs) {
        this.logs = logs;
    }

    @GetMapping("/log/**")
    ResponseEntity<byte[]> read(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(PREFIX.length());
        boolean directory = path.startsWith(DIRECTORY);
        Optional<OwnLog> log = logs.find(directory ? LogName.DIRECTORY : LogName.EVENTS);
        if (log.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return answer(log.get().files(), directory ? path.substring(DIRECTORY.length()) : path);
    }

    private static ResponseEntity<byte[]> answer(LogFiles files, String path) throws IOException {
        if (TEXTS.contains(path)) {
            return files.text(path)
                    .map(text -> ok(text, PLAIN, CacheControl.noCache()))
                    .orElseGet(() -> ResponseEntity.notFound().build());
        }
        try {
            return path.startsWith(BUNDLES) ? bundle(files, path) : tile(files, path);
        } catch (LogFormatException | NoSuchFileException e) {
            return ResponseEntity.notFound().build();
        }
    }

    private static ResponseEntity<byte[]> tile(LogFiles files, String path) throws IOException {
        if (!path.startsWith(TILES)) {
            return ResponseEntity.notFound().build();
        }
        TileCoordinate tile = TileCoordinate.parse(path);
        return ok(files.exactly(tile), MediaType.APPLICATION_OCTET_STREAM, tile.isFull() ? FOR_GOOD : FOR_AN_HOUR);
    }

    private static ResponseEntity<byte[]> bundle(LogFiles files, String path) throws IOException {
        BundleCoordinate bundle = BundleCoordinate.parse(path);
        return ok(files.exactly(bundle), MediaType.APPLICATION_OCTET_STREAM, bundle.isFull() ? FOR_GOOD : FOR_AN_HOUR);
    }

    private static ResponseEntity<byte[]> ok(byte[] body, MediaType type, CacheControl cache) {
        return ResponseEntity.ok().contentType(type).cacheControl(cache).body(body);
    }
}
