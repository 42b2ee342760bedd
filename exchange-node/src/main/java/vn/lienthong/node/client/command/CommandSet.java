package vn.lienthong.node.client.command;

import java.time.Clock;
import java.util.List;

/** The commands of this package. */
public final class CommandSet {

    private CommandSet() {}

    /** Commands below {@code directory}. */
    public static List<Object> ofDirectory() {
        return List.of(new ApproveCommand());
    }

    /** One object per command. */
    public static List<Object> all(Clock clock) {
        return List.of(
                new SendCommand(clock),
                new InboxCommand(),
                new OpenCommand(),
                new VerifyCommand(),
                new KeysCommand(clock),
                new SignCommand(),
                new ConformanceCommand());
    }
}
