package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the present authentication codes of a demonstration's users, for those who try it without an authenticator app. */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = "Prints the authentication codes of this moment for the users of a demonstration.")
final class CodesCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "Directory of the demonstration.")
    private Path dir = Path.of(".");

    CodesCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Endpoints endpoints = Endpoints.read(dir);
        List<Endpoints.Installation> all = new ArrayList<>(endpoints.nodes());
        all.add(endpoints.directory());
        PrintWriter out = spec.commandLine().getOut();
        for (Endpoints.Installation installation : all) {
            for (Endpoints.User user : installation.users()) {
                String secret = user.totpSecret();
                if (secret != null) {
                    out.println(installation.baseUrl() + "  " + user.login() + "  "
                            + PhoneCode.at(secret, clock.instant()));
                }
            }
        }
        out.flush();
        return 0;
    }
}
