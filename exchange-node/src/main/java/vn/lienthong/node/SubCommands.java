package vn.lienthong.node;

import java.time.Clock;
import java.util.List;

/** The sub-commands. A module adds its own here: an object annotated with picocli's {@code Command}. */
final class SubCommands {

    private SubCommands() {}

    static List<Object> all(Clock clock) {
        return List.of(new NodeCommand(clock), new DirectoryCommand(clock));
    }
}
