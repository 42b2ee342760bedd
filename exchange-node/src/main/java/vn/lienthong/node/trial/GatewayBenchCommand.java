package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.vxp.MeasuredSecrets;

/** Lets systems of many agencies poll the gateway door of a real node while nothing is new, and measures what that costs. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description =
                "Starts a directory and a node that serves many agencies, polls its gateway door once a second for"
                    + " each, and prints one line of JSON (CPU time of the node and of its database); everything else"
                    + " goes to standard error.")
final class GatewayBenchCommand implements Callable<Integer> {

    private static final int MOST = 1_000;
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final double PERCENT = 100;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--agencies", defaultValue = "100", description = "How many (default: ${DEFAULT-VALUE}).")
    private int agencies;

    @Option(names = "--seconds", defaultValue = "60", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    GatewayBenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (agencies < 1 || agencies > MOST || seconds < 1 || seconds > 3600) {
            throw new ParameterException(spec.commandLine(), "--agencies is 1 to " + MOST + ", --seconds is 1 to 3600");
        }
        QuietLibraries.please();
        PrintWriter err = spec.commandLine().getErr();
        Narrator narrator = new Narrator(err);
        TrialPlace place = TrialPlace.choose(Optional.empty(), "bench-gateway", true, clock);
        Site.ServerOptions options = Site.ServerOptions.ofThisProgram("256m", false, START_LIMIT);
        try (Site site = new Site(place.path(), cast(), narrator, options);
                StopWithProcess _ = StopWithProcess.register(site, place, narrator)) {
            site.start();
            Map<String, Object> result = run(site, narrator);
            spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(result));
            return 0;
        } catch (StepFailedException | IOException | SQLException failed) {
            err.println("THẤT BẠI / FAILED: " + failed.getMessage());
            return 1;
        } finally {
            place.leave(narrator);
        }
    }

    private List<Cast.Actor> cast() {
        return IntStream.rangeClosed(1, agencies)
                .mapToObj(number -> new Cast.Actor(
                        "bench-1",
                        String.format(Locale.ROOT, "H99.%04d", number),
                        "Cơ quan đo số " + number + " (thử nghiệm)",
                        "GOVERNMENT"))
                .toList();
    }

    private Map<String, Object> run(Site site, Narrator narrator) throws IOException, SQLException {
        Endpoints.Installation node = site.endpoints().nodes().getFirst();
        Map<String, Secret> secrets;
        try (Connection tables = DeskFilling.tables(node)) {
            secrets = MeasuredSecrets.write(Path.of(node.dataDirectory()), tables, node.agencyCodes(), clock.instant());
        }
        try (GatewayPolls polls = new GatewayPolls(node, secrets, clock)) {
            narrator.say("chưa hỏi", "idle");
            Consumption nothing = new Consumption(site);
            Duration idle = GatewayPolls.pass(IDLE);
            Map<String, Double> idleCpu = nothing.cpuMsPer(1);
            narrator.say("khởi động nóng", "warm-up");
            GatewayPolls.Outcome before = polls.run(WARM_UP);
            narrator.say("đo", "measuring; warm-up had " + before.answered() + " answers");
            Consumption consumption = new Consumption(site);
            GatewayPolls.Outcome outcome = polls.run(Duration.ofSeconds(seconds));
            return result(outcome, consumption.cpuMsPer(1), share(idleCpu, idle));
        }
    }

    private static Map<String, Double> share(Map<String, Double> cpu, Duration took) {
        Map<String, Double> share = new LinkedHashMap<>();
        cpu.forEach((name, used) -> share.put(name, Consumption.rounded(PERCENT * used / took.toMillis())));
        return share;
    }

    private Map<String, Object> result(
            GatewayPolls.Outcome outcome, Map<String, Double> cpu, Map<String, Double> idle) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "gateway");
        result.put("agencies", agencies);
        result.put("seconds", Consumption.rounded(outcome.took().toMillis() / 1e3));
        result.put("polls", outcome.answered());
        result.put("failures", outcome.failed());
        result.put("cpuMs", cpu);
        result.put("percentOfOneCore", share(cpu, outcome.took()));
        result.put("idlePercentOfOneCore", idle);
        return result;
    }
}
