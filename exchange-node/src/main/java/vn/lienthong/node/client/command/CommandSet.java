package vn.lienthong.node.client.command;

import java.time.Clock;
import java.util.List;

/** The commands of this package. */
public final class CommandSet {

    private CommandSet() {}

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
