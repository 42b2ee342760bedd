package vn.lienthong.node;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.node.platform.Role;

/** Runs the central directory: agencies, routes, keys and transitions. */
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = "Runs the central directory: agencies, routes, keys and transitions.")
final class DirectoryCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    DirectoryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Server(Role.DIRECTORY, spec.commandLine().getOut(), clock).run(options);
    }
}
