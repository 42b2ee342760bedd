package vn.lienthong.node;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.directory.DirectoryTools;
import vn.lienthong.node.trial.TrialCommands;

/** The sub-commands. A module adds its own here: an object annotated with picocli's {@code Command}. */
final class SubCommands {

    private SubCommands() {}

    static List<Object> all(Clock clock) {
        List<Object> commands = new ArrayList<>(List.of(
                new NodeCommand(clock),
                new DirectoryCommand(clock),
                new DoctorCommand(clock),
                new ProtectCommand(),
                new BreakGlassCommand()));
        commands.addAll(ClientCommands.all(clock));
        commands.addAll(TrialCommands.all(clock));
        return commands;
    }

    /** What {@code directory} can be told from outside. */
    static List<Object> ofDirectory() {
        return ClientCommands.ofDirectory();
    }

    /** What {@code bench} measures besides documents. */
    static List<Object> benchmarks(Clock clock) {
        List<Object> benchmarks = new ArrayList<>(DirectoryTools.benchmarks());
        benchmarks.addAll(TrialCommands.benchmarks(clock));
        benchmarks.add(new AuditBenchCommand());
        return benchmarks;
    }
}
