package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the main job on one machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a central directory and three nodes, sends a signed letter from one agency to two others,"
                + " verifies everything, then stays until Ctrl-C.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every step was verified", "1:a step failed; its name was printed", "2:wrong command line"})
final class DemoCommand implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String HEAP = "256m";

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--once", description = "Stop everything when all steps are done, instead of staying up.")
    private boolean once;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep all data here; a second start goes on with the same identities"
                    + " (default: a fresh one, with --once deleted at the end).")
    private @Nullable Path dir;

    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        QuietLibraries.please();
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        TrialPlace place = TrialPlace.choose(Optional.ofNullable(dir), "demo", once, clock);
        try {
            show(place, narrator);
            return 0;
        } catch (StepFailedException | IOException failed) {
            narrator.part("THẤT BẠI", "FAILED");
            narrator.say(String.valueOf(failed.getMessage()));
            return 1;
        } finally {
            place.leave(narrator);
        }
    }

    private void show(TrialPlace place, Narrator narrator) throws IOException, StepFailedException {
        narrator.part("Khởi động danh mục và ba nút", "Start the directory and three nodes");
        narrator.say(place.path().toString());
        Site.ServerOptions options = Site.ServerOptions.ofThisProgram(HEAP, false, START_LIMIT);
        try (Site site = new Site(place.path(), Cast.demonstration(), narrator, options);
                StopWithProcess stop = StopWithProcess.register(site, place, narrator)) {
            site.start();
            new Demonstration(site, place.path().resolve("demo"), narrator, clock).run();
            narrator.part("Mọi bước đã được kiểm chứng", "Every step was verified");
            if (!once) {
                Signpost.print(site.endpoints(), place.path(), narrator);
                stay(site, stop);
            }
        }
    }

    /** Waits until a server ends by itself, which is a failure, or this process is told to end. */
    static void stay(Site site, StopWithProcess stop) throws StepFailedException {
        try {
            Object ended = site.anyEnd().get();
            if (!stop.isTold()) {
                String accounts = site.processes().stream()
                        .filter(child -> !child.isAlive())
                        .map(ChildProcess::account)
                        .findFirst()
                        .orElse(String.valueOf(ended));
                throw new StepFailedException("Một tiến trình đã dừng / A process ended", accounts);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new StepFailedException("Chờ / Waiting", failed);
        }
    }
}
