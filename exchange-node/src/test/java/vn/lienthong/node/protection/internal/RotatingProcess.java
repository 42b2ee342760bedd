package vn.lienthong.node.protection.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.protection.KeyRotation;

/** A process that rotates keys and stands still at one place, to be killed there. */
public final class RotatingProcess {

    static final String REACHED = "reached ";

    private RotatingProcess() {}

    /**
     * Begins.
     *
     * @param arguments data directory, URL, user and password of the database, what to rotate, where to stand still
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> given = List.of(arguments);
        DriverManagerDataSource database = new DriverManagerDataSource(given.get(1), given.get(2), given.get(3));
        JdbcTemplate sql = new JdbcTemplate(database);
        CrashPoints standsStill = place -> {
            if (place.equals(given.get(5))) {
                out.println(REACHED + place);
                while (true) {
                    LockSupport.park(database);
                }
            }
        };
        Site site = new Site(new TableRows(sql, new JdbcTransactionManager(database)), Path.of(given.get(0)));
        SealedBooks books = new SealedBooks(sql);
        Site.Running running = books.of(site.start(standsStill, books));
        KeyRotation.Outcome _ = running.work().rotate(KeyRotation.What.valueOf(given.get(4)));
        boolean more = true;
        while (more) {
            more = running.work().piece();
        }
        out.println(REACHED + "the end");
    }
}
