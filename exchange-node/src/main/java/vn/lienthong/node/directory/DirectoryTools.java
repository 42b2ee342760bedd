package vn.lienthong.node.directory;

import java.util.List;
import vn.lienthong.node.directory.internal.measure.DirectoryBenchCommand;

/** The directory's sub-commands of {@code bench}. */
public final class DirectoryTools {

    private DirectoryTools() {}

    /** One object per command. */
    public static List<Object> benchmarks() {
        return List.of(new DirectoryBenchCommand());
    }
}
