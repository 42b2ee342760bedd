package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Fills the desk of a real node with documents and measures how fast its lists and its search answer in a browser's way. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Starts a directory and a node, writes documents into its tables, asks for lists and searches as a"
                        + " clerk and prints one line of JSON (milliseconds per page); everything else goes to standard"
                        + " error.")
final class SearchBenchCommand implements Callable<Integer> {

    private static final int MOST = 20_000_000;
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--documents", defaultValue = "1000000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int documents;

    @Option(
            names = "--buffer-pool",
            defaultValue = "256MB",
            description = "Of the database (default: ${DEFAULT-VALUE}).")
    private String bufferPool = "256MB";

    @Option(
            names = "--repeat",
            defaultValue = "40",
            description = "How often each question (default: ${DEFAULT-VALUE}).")
    private int repeat;

    SearchBenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (documents < 100 || documents > MOST || repeat < 1 || !bufferPool.matches("\\d{1,6}MB")) {
            throw new ParameterException(
                    spec.commandLine(), "--documents is 100 to " + MOST + ", --buffer-pool for example 256MB");
        }
        QuietLibraries.please();
        PrintWriter err = spec.commandLine().getErr();
        Narrator narrator = new Narrator(err);
        TrialPlace place = TrialPlace.choose(Optional.empty(), "bench-search", true, clock);
        List<Cast.Actor> actors = Cast.benchmark(1);
        Site.ServerOptions usual = Site.ServerOptions.ofThisProgram("512m", false, START_LIMIT);
        Site.ServerOptions options = new Site.ServerOptions(
                usual.program(),
                usual.jvm(),
                Map.of(actors.getFirst().nodeId(), List.of("-Dlienthong.database.buffer-pool=" + bufferPool)),
                List.of(),
                false,
                usual.startLimit(),
                usual.stopLimit());
        try (Site site = new Site(place.path(), actors, narrator, options);
                StopWithProcess _ = StopWithProcess.register(site, place, narrator)) {
            site.start();
            spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(run(site, narrator)));
            return 0;
        } catch (StepFailedException | IOException | SQLException failed) {
            err.println("THẤT BẠI / FAILED: " + failed.getMessage());
            return 1;
        } finally {
            place.leave(narrator);
        }
    }

    private Map<String, Object> run(Site site, Narrator narrator)
            throws IOException, SQLException, StepFailedException {
        Endpoints.Installation node = site.endpoints().nodes().getFirst();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "search");
        result.put("documents", documents);
        result.put("bufferPool", bufferPool);
        long begun = System.nanoTime();
        try (DeskFilling filling = DeskFilling.open(node)) {
            filling.fill(documents, clock.instant(), narrator);
        }
        result.put("fillSeconds", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        narrator.say("đo", "measuring");
        result.put("milliseconds", new DeskQuestions(node, documents).measure(repeat, narrator));
        return result;
    }
}
