package vn.lienthong.node.directory.internal.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.Resolution;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.SnapshotFile;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;

/** Makes a directory of a given size, replicates it into a real database, and measures what a node does with it. */
final class DirectoryMeasurement {

    private static final NodeId HERE = new NodeId("nut-1");
    private static final SuiteId SUITE = new SuiteId("LT-1");
    private static final int BULK_CHANGES = 2048;
    private static final int LOOKUPS = 1_000_000;
    private static final int STARTS = 3;

    private final CopyStore store;
    private final DirectoryAuthority authority;
    private final Path file;
    private final InstantSource clock;
    private final Consumer<String> narrator;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    DirectoryMeasurement(
            CopyStore store, DirectoryAuthority authority, Path file, InstantSource clock, Consumer<String> narrator) {
        this.store = store;
        this.authority = authority;
        this.file = file;
        this.clock = clock;
        this.narrator = narrator;
    }

    /**
     * Measures.
     *
     * @param agencies how many
     * @param certificate octets of each certificate of the bulk; 0 for real sizes
     * @param delta changes of the publication whose taking is measured, with certificates of real sizes
     */
    Map<String, Object> run(int agencies, int certificate, int delta) throws IOException {
        figures.put("agencies", agencies);
        figures.put("certificateOctets", certificate);
        replicate(agencies, new NationalDirectory(new SplittableRandom(1), clock.instant(), certificate));
        DirectoryCopy copy = starts();
        lookups(copy, agencies);
        delta(copy, delta, new NationalDirectory(new SplittableRandom(2), clock.instant(), 0));
        return figures;
    }

    private void replicate(int agencies, NationalDirectory national) {
        DirectoryCopy copy = copy();
        Duration taking = Duration.ZERO;
        taking = taking.plus(take(copy, national.nodes()));
        List<DirectoryChange> changes = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            changes.add(national.agency(i));
            changes.add(national.keys(i, 1));
            if (changes.size() >= BULK_CHANGES || i == agencies - 1) {
                taking = taking.plus(take(copy, changes));
                changes.clear();
                narrator.accept((i + 1) + " agencies, publication " + copy.sequence());
            }
        }
        figures.put("publications", copy.sequence());
        figures.put("logEntries", copy.tree().size());
        figures.put("replicateSeconds", seconds(taking));
        long begun = System.nanoTime();
        long saved = copy.save(new SnapshotFile(file));
        figures.put("snapshotWriteSeconds", seconds(Duration.ofNanos(System.nanoTime() - begun)));
        narrator.accept("snapshot of publication " + saved);
    }

    /** Signs as the directory does, which is not measured, and takes as a node does, which is. */
    private Duration take(DirectoryCopy copy, List<DirectoryChange> changes) {
        Instant now = clock.instant();
        Publication next = copy.log().next(now, changes);
        SignedPublication signed = authority.sign(WireFormats.PUBLICATION.encode(next), now);
        long begun = System.nanoTime();
        if (!(copy.offer(signed) instanceof PublicationCheck.Appended)) {
            throw new IllegalStateException("an own publication is not taken");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private DirectoryCopy starts() throws IOException {
        figures.put("snapshotOctets", Files.size(file));
        long before = usedHeap();
        List<Double> starts = new ArrayList<>();
        DirectoryCopy copy = copy();
        for (int i = 0; i < STARTS; i++) {
            copy = copy();
            long begun = System.nanoTime();
            copy.load(new SnapshotFile(file));
            starts.add(seconds(Duration.ofNanos(System.nanoTime() - begun)));
        }
        figures.put("startSeconds", starts);
        figures.put("heapMegabytes", (usedHeap() - before) >> 20);
        long begun = System.nanoTime();
        DirectoryCopy folded = copy();
        folded.load(new SnapshotFile(file.resolveSibling("none")));
        figures.put("startWithoutCacheSeconds", seconds(Duration.ofNanos(System.nanoTime() - begun)));
        if (!folded.current().equals(copy.current())) {
            throw new IllegalStateException("the snapshot is another state than the publications make");
        }
        return copy;
    }

    private void lookups(DirectoryCopy copy, int agencies) {
        SplittableRandom random = new SplittableRandom(3);
        Instant now = clock.instant();
        long slowest = 0;
        long routed = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < LOOKUPS; i++) {
            var code = NationalDirectory.code(random.nextInt(agencies));
            long at = System.nanoTime();
            if (copy.current().resolve(code, SUITE, now) instanceof Resolution.Routed) {
                routed++;
            }
            slowest = Math.max(slowest, System.nanoTime() - at);
        }
        if (routed != LOOKUPS) {
            throw new IllegalStateException("an agency is not found");
        }
        figures.put("lookupMicrosMean", (System.nanoTime() - begun) / 1000.0 / LOOKUPS);
        figures.put("lookupMicrosMax", slowest / 1000.0);
    }

    private void delta(DirectoryCopy copy, int changes, NationalDirectory national) {
        List<DirectoryChange> batch = new ArrayList<>();
        for (int i = 0; i < changes / 2; i++) {
            batch.add(national.agency(i));
            batch.add(national.keys(i, 2));
        }
        narrator.accept("warm: one change in " + seconds(take(copy, List.of(national.keys(changes + 1, 2)))) + " s");
        figures.put("deltaChanges", batch.size());
        figures.put("deltaSeconds", seconds(take(copy, batch)));
        figures.put("oneChangeSeconds", seconds(take(copy, List.of(national.keys(changes, 2)))));
        DirectoryLog log = copy.log();
        narrator.accept("done with publication " + log.sequence());
    }

    private DirectoryCopy copy() {
        return new DirectoryCopy(
                store,
                new AnchoredVerifier(authority.anchor()),
                HERE,
                taken -> {},
                Optional.of(Duration.ofDays(7)),
                clock,
                Runnable::run);
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < STARTS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
