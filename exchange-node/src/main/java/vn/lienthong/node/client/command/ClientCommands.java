package vn.lienthong.node.client.command;

import java.time.Clock;
import java.util.List;

/** The commands of this package, to be added to the program's command line. */
public final class ClientCommands {

    private ClientCommands() {}

    /** One object per command. */
    public static List<Object> all(Clock clock) {
        return List.of(new SendCommand(clock), new InboxCommand(), new OpenCommand(), new VerifyCommand());
    }
}
