package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures real servers on this machine and prints one line of JSON. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Starts a directory and nodes, sends documents through them and prints one line of JSON;"
                + " everything else goes to standard error.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:a step or a document failed", "2:the command line is not right"})
final class BenchCommand implements Callable<Integer> {

    private static final int MOST_NODES = 16;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--size", converter = SizeText.class, defaultValue = "100k", description = "Of each document.")
    private long size;

    @Option(names = "--count", defaultValue = "5000", description = "Documents (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--threads", defaultValue = "8", description = "Submitting threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--nodes", defaultValue = "2", description = "Nodes; the first sends to all others.")
    private int nodes;

    @Option(names = "--warm-up", defaultValue = "-1", description = "Documents before measuring (default: by size).")
    private int warmUp;

    @Option(names = "--window", defaultValue = "256", description = "Documents under way at the same time.")
    private int window;

    @Option(names = "--heap", defaultValue = "256m", description = "Heap of each server (default: ${DEFAULT-VALUE}).")
    private String heap = "256m";

    @Option(names = "--limit", defaultValue = "900", paramLabel = "SECONDS", description = "For the measured part.")
    private int limitSeconds;

    @Option(names = "--dir", paramLabel = "DIR", description = "Keep all data here (default: deleted at the end).")
    private @Nullable Path dir;

    BenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (count < 1 || threads < 1 || window < 1 || nodes < 2 || nodes > MOST_NODES) {
            throw new ParameterException(
                    spec.commandLine(), "--count, --threads and --window are positive, --nodes is 2 to " + MOST_NODES);
        }
        QuietLibraries.please();
        PrintWriter err = spec.commandLine().getErr();
        TrialPlace place = TrialPlace.choose(Optional.ofNullable(dir), "bench", true, clock);
        Benchmark.Plan plan = new Benchmark.Plan(size, count, threads, nodes, warmUpCount(), window, heap);
        try {
            BenchResult result = new Benchmark(plan, Duration.ofSeconds(limitSeconds), new Narrator(err)).run(place);
            spec.commandLine().getOut().println(result.json());
            return result.failures() == 0 ? 0 : 1;
        } catch (StepFailedException | IOException failed) {
            err.println("THẤT BẠI / FAILED: " + failed.getMessage());
            return 1;
        } finally {
            place.leave(new Narrator(err));
        }
    }

    private int warmUpCount() {
        if (warmUp >= 0) {
            return warmUp;
        }
        return size > 8 << 20 ? 1 : Math.min(count, 500);
    }
}
