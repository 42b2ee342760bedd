package vn.lienthong.node.trial;

import java.io.IOException;
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
import vn.lienthong.node.training.TrainingAgency;

/** Starts an installation on which people train: with a directory of its own, and marked so that no other accepts it. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        description =
                "Starts a directory and a node on which people train: simulated agencies send documents and answer,"
                        + " every page says that nothing is valid. Stays until Ctrl-C.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "1:it could not start; why was printed", "2:wrong command line"})
final class TrainingCommand implements Callable<Integer> {

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

    TrainingCommand(Clock clock) {
        this.clock = clock;
    }

    /** What every server of such an installation is told. */
    static List<String> arguments() {
        return List.of("--training", "--set", "lienthong.directory.first-leader=" + TrainingAgency.TRAINEE.code());
    }

    @Override
    public Integer call() {
        QuietLibraries.please();
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        TrialPlace place = TrialPlace.choose(Optional.ofNullable(data), "training", false, clock);
        Site.ServerOptions options =
                Site.ServerOptions.ofThisProgram(HEAP, false, START_LIMIT).with(arguments());
        try {
            narrator.part("Khởi động máy tập huấn", "Start the installation for training");
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
        try (Site site = new Site(place.path(), Cast.training(), narrator, options);
                StopWithProcess stop = StopWithProcess.register(site, place, narrator)) {
            site.start();
            print(site.endpoints().nodes().getFirst(), place.path(), narrator);
            DemoCommand.stay(site, stop);
        }
    }

    private static void print(Endpoints.Installation node, Path place, Narrator narrator) {
        String trainee = TrainingAgency.TRAINEE.code().value();
        narrator.part("TẬP HUẤN – văn bản ở đây không có giá trị", "Training: no document here is valid");
        narrator.say(node.baseUrl() + "  " + TrainingAgency.TRAINEE.title());
        node.users().stream()
                .filter(user -> user.login().endsWith("." + trainee.toLowerCase(Locale.ROOT)))
                .forEach(user -> narrator.say("    " + user.login() + " / " + user.password() + "  " + user.roles()));
        narrator.say("Bắt đầu / begin: " + node.baseUrl() + "/training");
        narrator.say("Mọi tài khoản (cả cơ quan mô phỏng) / all log-ins: " + place.resolve(Endpoints.FILE_NAME));
        narrator.say("Chứng thư CA cho trình duyệt / CA certificate for a browser: " + node.caCertificate());
        narrator.say("Dừng / stop: Ctrl-C");
    }
}
