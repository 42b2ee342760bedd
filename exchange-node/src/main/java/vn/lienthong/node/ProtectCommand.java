package vn.lienthong.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.protection.KeyRotation.What;
import vn.lienthong.node.protection.RotationOrder;

/** Rotates the keys at rest of a running node. */
@Command(
        name = "protect",
        mixinStandardHelpOptions = true,
        description = "Keys at rest; see docs/protection.md.",
        subcommands = ProtectCommand.Rotate.class)
final class ProtectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    /** Orders a rotation and waits for its answer. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Puts a new master key in the place of the present one, or draws new data keys, while the node works.",
                "Run it as the node's system user on the node's machine."
            })
    static final class Rotate implements Callable<Integer> {

        private static final Duration PATIENCE = Duration.ofSeconds(60);

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ServerOptions options = new ServerOptions();

        @Option(names = "--data-keys", description = "The data keys and not the master key.")
        private boolean dataKeys;

        @Override
        public Integer call() throws IOException, InterruptedException {
            var data = Binder.get(SettingsOfCommand.read(options))
                    .bindOrCreate("lienthong", PlatformProperties.class)
                    .data();
            Optional<String> answer =
                    new RotationOrder(data).give(dataKeys ? What.DATA_KEYS : What.MASTER_KEY, PATIENCE);
            PrintWriter out = spec.commandLine().getOut();
            out.println(answer.orElse("refused: no node runs on " + data.toAbsolutePath() + "; start it first"));
            out.flush();
            return answer.filter(words -> words.startsWith("done")).isPresent() ? 0 : 1;
        }
    }
}
