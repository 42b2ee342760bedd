package vn.lienthong.node.log.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.internal.ConnectionPool;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.Secret;

/** A process that appends to a log and sequences it until it is killed, or until all is in the log. */
final class LogChild {

    private LogChild() {}

    /** Takes database URL, user, password, directory of the log, number of rounds. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        DatabaseConnection database = new DatabaseConnection(arguments[0], arguments[1], new Secret(arguments[2]));
        int rounds = Integer.parseInt(arguments[4]);
        try (HikariDataSource pool = ConnectionPool.open(database, 4);
                LogWorld world = new LogWorld(pool, -1)) {
            OwnLog log =
                    LogWorld.log(Path.of(arguments[3]), Path.of(arguments[3]).resolveSibling("keys"));
            world.start(log);
            for (int round = 1; round <= rounds; round++) {
                world.append("round " + round, 90);
                out.println("appended " + round);
                world.awaitSigned(world.awaitNoneWaiting());
            }
            world.awaitSigned(world.awaitNoneWaiting());
            out.println("size " + world.head().tree().size() + " waiting "
                    + world.tables.entries().countWaiting(LogName.EVENTS));
        }
    }
}
