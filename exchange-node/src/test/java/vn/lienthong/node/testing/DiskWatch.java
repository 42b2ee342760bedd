package vn.lienthong.node.testing;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks at every file that is written below some directories. A new file is opened at once and read later, so that one that was removed
 * in the meantime is read too.
 */
final class DiskWatch implements AutoCloseable {

    private static final int MOST_OPEN = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path signal;
    private final Predicate<Path> passedOver;
    private final WatchService service;
    private final Map<Path, FileChannel> open = new LinkedHashMap<>();
    private final Set<Path> changed = new LinkedHashSet<>();
    private final Map<Path, Long> readSoFar = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private String test = "before the first test";
    private boolean signalled;

    private DiskWatch(Path signal, Predicate<Path> passedOver) throws IOException {
        this.signal = signal;
        this.passedOver = passedOver;
        this.service = FileSystems.getDefault().newWatchService();
    }

    /**
     * Begins with the directories as they are: what lies there already, an earlier run may have left.
     *
     * @param passedOver what belongs to the tests or to the database, with all below
     */
    static DiskWatch of(List<Path> directories, Predicate<Path> passedOver) throws IOException {
        DiskWatch watch = new DiskWatch(directories.getFirst().resolve(".disk-watch"), passedOver);
        for (Path directory : directories) {
            watch.follow(directory, false);
        }
        Thread _ = Thread.ofPlatform().daemon().name("disk-watch").start(watch::work);
        return watch;
    }

    private void work() {
        try {
            while (true) {
                take(service.take());
            }
        } catch (InterruptedException | ClosedWatchServiceException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is found from now on is said to be of this test. */
    synchronized void during(String name) {
        test = name;
    }

    /** What was found since the last time, in all that was written before this call. */
    synchronized List<String> found() throws IOException, InterruptedException {
        // Events come in the order of what happened: this one comes last.
        signalled = false;
        Files.deleteIfExists(signal);
        Files.createFile(signal);
        for (int i = 0; i < PATIENCE.toSeconds() && !signalled; i++) {
            wait(Duration.ofSeconds(1).toMillis());
        }
        Files.deleteIfExists(signal);
        if (!signalled) {
            found.add("the watch over the disk does not answer");
        }
        open.forEach(this::read);
        open.clear();
        changed.forEach(this::read);
        changed.clear();
        List<String> all = List.copyOf(found);
        found.clear();
        return all;
    }

    private synchronized void take(WatchKey key) {
        Path directory = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(OVERFLOW)) {
                list(directory).forEach(path -> look(path, true));
                signalled = true;
                notifyAll();
            } else if (event.context() instanceof Path name) {
                look(directory.resolve(name), event.kind().equals(ENTRY_CREATE));
            }
        }
        boolean _ = key.reset();
    }

    private void look(Path path, boolean fresh) {
        if (path.equals(signal)) {
            signalled = true;
            notifyAll();
            return;
        }
        if (passedOver.test(path)) {
            return;
        }
        if (fresh && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            follow(path, true);
        } else if (fresh) {
            hold(path);
        } else if (!open.containsKey(path)) {
            changed.add(path);
        }
    }

    private void follow(Path directory, boolean fresh) {
        try {
            WatchKey _ = directory.register(service, ENTRY_CREATE, ENTRY_MODIFY);
            list(directory).forEach(fresh ? path -> look(path, true) : this::leave);
        } catch (NotDirectoryException | NoSuchFileException gone) {
            changed.remove(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what is added to it is looked at. */
    private void leave(Path path) {
        if (passedOver.test(path)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            follow(path, false);
            return;
        }
        try {
            readSoFar.put(path, Files.size(path));
        } catch (IOException gone) {
            readSoFar.remove(path);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private void hold(Path file) {
        FileChannel before = open.remove(file);
        if (before != null) {
            read(file, before);
        }
        if (open.size() >= MOST_OPEN) {
            Path oldest = open.keySet().iterator().next();
            read(oldest, Objects.requireNonNull(open.remove(oldest)));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        readSoFar.remove(file);
        try {
            open.put(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException gone) {
            changed.add(file);
        }
    }

    private void read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            read(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException gone) {
            readSoFar.remove(file);
        }
    }

    private void read(Path file, FileChannel opened) {
        try (FileChannel channel = opened) {
            long size = channel.size();
            long before = readSoFar.getOrDefault(file, 0L);
            Marks.in(channel, before < size ? before : 0)
                    .ifPresent(mark -> found.add(file + " holds '" + mark + "', written during " + test));
            readSoFar.put(file, size);
        } catch (IOException unreadable) {
            found.add(file + " cannot be looked at: " + unreadable.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
