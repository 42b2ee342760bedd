package vn.lienthong.node.trial;

import java.time.Clock;
import java.util.List;

/** The commands of this package, to be added to the program's command line. */
public final class TrialCommands {

    private TrialCommands() {}

    /** One object per command. */
    public static List<Object> all(Clock clock) {
        return List.of(
                new DemoCommand(clock),
                new TrainingCommand(clock),
                new SandboxCommand(clock),
                new BenchCommand(clock),
                new CodesCommand(clock),
                new PrepareCommand(clock),
                SupervisedCommand.commandLine());
    }

    /** What {@code bench} measures besides documents. */
    public static List<Object> benchmarks(Clock clock) {
        return List.of(new SearchBenchCommand(clock), new GatewayBenchCommand(clock));
    }
}
