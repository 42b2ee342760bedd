package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.ExchangeClient;

/**
 * Makes the cache of an unpacked program: a node sends and receives documents while its virtual machine writes down which classes
 * and methods that takes.
 */
final class Training {

    private static final String HEAP = "256m";
    private static final long SIZE = 100 << 10;
    private static final int SENT = 150;
    private static final int RECEIVED = 100;
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    /** The virtual machine writes its notes when it ends, which takes longer than to end. */
    private static final Duration NOTES_LIMIT = Duration.ofMinutes(3);

    private static final Duration TRAVEL_LIMIT = Duration.ofMinutes(3);
    private static final Duration MAKE_LIMIT = Duration.ofMinutes(4);

    private final Path jar;
    private final Narrator narrator;

    Training(Path jar, Narrator narrator) {
        this.jar = jar;
        this.narrator = narrator;
    }

    /** Runs the servers in the place and puts the cache beside the program, in one step, when it is complete. */
    void run(TrialPlace place) throws IOException, StepFailedException {
        PrivateFiles.createDirectory(place.path());
        Path notes = place.path().resolve("notes.aotconf");
        List<Cast.Actor> actors = Cast.benchmark(2);
        Site.ServerOptions options = new Site.ServerOptions(
                Program.ofJar(jar),
                JvmOptions.withHeap(HEAP),
                Map.of(actors.getFirst().nodeId(), QuickStart.recording(notes)),
                List.of(),
                false,
                START_LIMIT,
                NOTES_LIMIT);
        try (Site site = new Site(place.path(), actors, narrator, options);
                StopWithProcess stop = StopWithProcess.register(site, place, narrator)) {
            site.start();
            travel(site, stop);
        }
        make(notes);
    }

    private void travel(Site site, StopWithProcess stop) throws IOException, StepFailedException {
        Endpoints.Installation first = site.endpoints().nodes().getFirst();
        Endpoints.Installation second = site.endpoints().nodes().getLast();
        AttachedFile file = GeneratedFile.of(Path.of(first.dataDirectory()).resolveSibling("document.bin"), SIZE, 1);
        try (ExchangeClient one = site.client(first);
                ExchangeClient other = site.client(second)) {
            send(one, second.agency(), file, SENT);
            send(other, first.agency(), file, RECEIVED);
        }
        if (stop.isTold()) {
            throw new StepFailedException("Chuẩn bị / Prepare", "interrupted");
        }
    }

    private static void send(ExchangeClient sender, String recipient, AttachedFile file, int count)
            throws StepFailedException {
        LoadRun.Load load = new LoadRun.Load("training", count, 4, 16, TRAVEL_LIMIT);
        List<String> faults = new ArrayList<>(
                new LoadRun(sender, List.of(recipient), file, load).run().faults());
        if (!faults.isEmpty()) {
            throw new StepFailedException("Chuẩn bị / Prepare", faults.getFirst());
        }
    }

    private void make(Path notes) throws IOException {
        if (!Files.isRegularFile(notes)) {
            throw new IOException("the virtual machine wrote no notes");
        }
        Path cache = QuickStart.cacheOf(jar);
        Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
        List<String> arguments = new ArrayList<>(JvmOptions.withHeap(HEAP));
        arguments.addAll(QuickStart.creating(notes, fresh));
        arguments.addAll(List.of("-cp", jar.toString()));
        Tool.run(arguments, MAKE_LIMIT);
        if (Files.size(fresh) == 0) {
            throw new IOException("the cache is empty");
        }
        Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
