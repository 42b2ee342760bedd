package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.node.sandbox.SandboxAgency;

/** Starts an installation on which programs try themselves out: marked so that no other accepts it. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description =
                "Starts a directory and a node on which programs try themselves out: simulated recipients, a clock that"
                        + " can be moved, a checklist. Prints test keys at the first start. Stays until Ctrl-C.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "1:it could not start; why was printed", "2:wrong command line"})
final class SandboxCommand implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String HEAP = "384m";

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep all data here; a second start goes on with it. For a fresh beginning choose another"
                    + " (default: a fresh one).")
    private @Nullable Path data;

    SandboxCommand(Clock clock) {
        this.clock = clock;
    }

    /** What every server of such an installation is told. */
    static List<String> arguments() {
        return List.of("--sandbox");
    }

    /** The agencies to start with in a directory; the one that is never there has been there once at most. */
    static List<Cast.Actor> actors(Path place) throws IOException {
        if (isFresh(place)
                || Endpoints.read(place).nodes().stream()
                        .anyMatch(node -> node.id().equals(Cast.OFFLINE_NODE))) {
            return Cast.sandbox();
        }
        return Cast.sandbox().stream()
                .filter(actor -> !actor.nodeId().equals(Cast.OFFLINE_NODE))
                .toList();
    }

    private static boolean isFresh(Path place) {
        return !Files.exists(place.resolve(Endpoints.FILE_NAME));
    }

    @Override
    public Integer call() {
        QuietLibraries.please();
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        TrialPlace place = TrialPlace.choose(Optional.ofNullable(data), "sandbox", false, clock);
        Site.ServerOptions options =
                Site.ServerOptions.ofThisProgram(HEAP, false, START_LIMIT).with(arguments());
        try {
            narrator.part("Khởi động môi trường thử", "Start the sandbox");
            narrator.say(place.path().toString());
            run(place, options, narrator);
            return 0;
        } catch (StepFailedException | IOException failed) {
            narrator.part("THẤT BẠI", "FAILED");
            narrator.say(String.valueOf(failed.getMessage()));
            return 1;
        }
    }

    private static void run(TrialPlace place, Site.ServerOptions options, Narrator narrator)
            throws IOException, StepFailedException {
        boolean fresh = isFresh(place.path());
        try (Site site = new Site(place.path(), actors(place.path()), narrator, options);
                StopWithProcess stop = StopWithProcess.register(site, place, narrator)) {
            site.start();
            site.retire(Cast.OFFLINE_NODE);
            print(site.endpoints().nodes().getFirst(), place.path(), fresh, narrator);
            DemoCommand.stay(site, stop);
        }
    }

    private static void print(Endpoints.Installation node, Path place, boolean fresh, Narrator narrator)
            throws IOException {
        narrator.part("MÔI TRƯỜNG THỬ – văn bản ở đây không có giá trị", "Sandbox: no document here is valid");
        narrator.say(node.baseUrl() + "  (REST: /api/v1)");
        Path file = place.resolve(node.id() + "-first-accounts.json");
        Optional<FirstAccounts> accounts = FirstAccounts.read(file);
        for (SandboxAgency agency : SandboxAgency.programs()) {
            narrator.say("  " + agency.code() + "  " + agency.title());
            if (fresh) {
                accounts.flatMap(all -> all.keyFor("SUBMIT", agency.code().value()))
                        .ifPresent(key -> narrator.say("    TEST key: " + key));
            }
        }
        narrator.say(
                fresh ? "Khóa chỉ in một lần này; còn trong" : "Khóa đã in ở lần khởi động đầu; còn trong",
                "keys are printed once; they are in " + file);
        narrator.say("Nơi nhận mô phỏng", "simulated recipients:");
        SandboxAgency.simulated().forEach(agency -> narrator.say("  " + agency.code() + "  " + agency.title()));
        node.users().stream()
                .filter(user -> user.roles().contains("ADMINISTRATOR"))
                .forEach(user -> narrator.say("Quản trị / administrator: " + user.login() + " / " + user.password()
                        + "  (" + node.baseUrl().toString().toLowerCase(Locale.ROOT) + "/integration)"));
        narrator.say("Chứng thư CA / CA certificate: " + node.caCertificate());
        narrator.say("Dừng / stop: Ctrl-C");
    }
}
