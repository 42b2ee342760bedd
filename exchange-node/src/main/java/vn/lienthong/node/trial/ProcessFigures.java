package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What the kernel says about processes (Linux, {@code /proc}). */
final class ProcessFigures {

    private static final double KIB_PER_MIB = 1024;
    private static final double TENTHS = 10;

    private ProcessFigures() {}

    /** User and system time of all threads of a process so far; {@code utime + stime} of {@code /proc/<pid>/stat}. */
    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The database server that a node runs, when it runs one. */
    static Optional<ProcessHandle> databaseOf(ProcessHandle node) {
        return node.descendants()
                .filter(child -> child.info()
                        .command()
                        .map(command -> command.toLowerCase(Locale.ROOT))
                        .filter(command -> command.contains("mariadbd") || command.contains("mysqld"))
                        .isPresent())
                .findFirst();
    }

    /** The largest resident set of a process so far ({@code VmHWM}), in MiB; 0 when the kernel does not say. */
    static double peakResidentMiB(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .map(value -> Math.round(value * TENTHS) / TENTHS)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
