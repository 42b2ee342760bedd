package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.lienthong.node.platform.Rounds;

/** Has a round begin as soon as something is dropped or removed. What it misses, the next round sees anyway. */
final class FolderWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final List<Path> folders;
    private final Rounds rounds;
    private volatile @Nullable WatchService watch;

    FolderWatch(List<Path> folders, Rounds rounds) {
        this.folders = folders;
        this.rounds = rounds;
    }

    @Override
    public void start() {
        if (folders.isEmpty()) {
            return;
        }
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            watch = service;
            for (Path folder : folders) {
                register(service, folder);
            }
            Thread.ofVirtual().name("dropfolder-watch").start(() -> wakeOnEvents(service));
        } catch (IOException e) {
            LOG.warn("folders are not watched, only looked at from time to time", e);
        }
    }

    @Override
    public void stop() {
        WatchService service = watch;
        watch = null;
        if (service != null) {
            close(service);
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** Only what is there already: a folder of before is complete, a new one gets its parts in the first round. */
    private static void register(WatchService service, Path folder) throws IOException {
        for (Path part : Stream.of("out", "in").map(folder::resolve).toList()) {
            if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                var _ = part.register(
                        service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    private void wakeOnEvents(WatchService service) {
        try {
            while (isRunning()) {
                WatchKey key = service.take();
                var _ = key.pollEvents();
                boolean valid = key.reset();
                LOG.trace("something has changed, still watched: {}", valid);
                rounds.wake();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            LOG.debug("folders are watched no more", e);
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("the watch could not be closed", e);
        }
    }
}
