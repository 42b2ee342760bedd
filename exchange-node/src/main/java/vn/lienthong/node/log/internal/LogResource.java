package vn.lienthong.node.log.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogName;

/** The published logs over HTTP, for everybody: {@code /log/…}, and {@code /log/directory/…} at the directory. */
@RestController
class LogResource {

    private static final String PREFIX = "/log/";
    private static final String DIRECTORY = "directory/";
    private static final String BUNDLES = "tile/entries/";
    private static final String TILES = "tile/";
    private static final Pattern CLOSED = Pattern.compile("closed/([1-9][0-9]?)/(.+)");
    private static final String CONSISTENCY = "consistency/";
    private static final Set<String> TEXTS =
            Set.of(LogFiles.CHECKPOINT, LogFiles.WITNESSED, LogFiles.KEY, LogFiles.POST_QUANTUM_KEY, LogFiles.POLICY);
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final RunningLogs logs;
    private final LogBook book;

    LogResource(RunningLogs logs, LogBook book) {
        this.logs = logs;
        this.book = book;
    }

    @GetMapping("/log/**")
    ResponseEntity<byte[]> read(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(PREFIX.length());
        boolean directory = path.startsWith(DIRECTORY);
        Optional<OwnLog> log = logs.find(directory ? LogName.DIRECTORY : LogName.EVENTS);
        if (log.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String name = directory ? path.substring(DIRECTORY.length()) : path;
        Matcher closed = CLOSED.matcher(name);
        if (closed.matches()) {
            return answer(log.get().files().closed(Integer.parseInt(closed.group(1))), closed.group(2));
        }
        return name.startsWith(CONSISTENCY)
                ? consistency(log.get().name(), name.substring(CONSISTENCY.length()))
                : answer(log.get().files(), name);
    }

    /** {@code /log/consistency/<size>}: what anybody could compute from the tiles, for who has no tool at hand. */
    private ResponseEntity<byte[]> consistency(LogName log, String size) {
        return Optional.of(size)
                .filter(text -> text.matches("0|[1-9][0-9]{0,17}"))
                .flatMap(text -> book.consistency(log, Long.parseLong(text)))
                .map(proof -> ok(proof.toByteArray(), PLAIN, CacheControl.noCache()))
                .orElseGet(() -> ResponseEntity.notFound().build());
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
