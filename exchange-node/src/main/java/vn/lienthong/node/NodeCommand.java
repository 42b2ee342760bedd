package vn.lienthong.node;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.node.platform.Role;

/** Runs an exchange node, which serves one or more agencies. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "Runs an exchange node, which serves one or more agencies.")
final class NodeCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    NodeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Server(Role.NODE, spec.commandLine().getOut(), clock).run(options);
    }
}
