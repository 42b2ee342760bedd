package vn.lienthong.node.client;

import java.time.Clock;
import java.util.List;
import vn.lienthong.node.client.command.CommandSet;

/** The commands for people and scripts that use a node from outside, to be added to the program's command line. */
public final class ClientCommands {

    private ClientCommands() {}

    /** Commands below {@code directory}, for whoever administers one from outside. */
    public static List<Object> ofDirectory() {
        return CommandSet.ofDirectory();
    }

    /** One object per command. */
    public static List<Object> all(Clock clock) {
        return CommandSet.all(clock);
    }
}
