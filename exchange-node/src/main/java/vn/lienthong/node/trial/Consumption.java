package vn.lienthong.node.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the processes of a site use, seen from outside. */
final class Consumption {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HUNDREDTHS = 100;

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** Looks at all processes of the site now. */
    Consumption(Site site) {
        for (ChildProcess child : site.processes()) {
            processes.put(child.name(), child.handle());
            Optional<ProcessHandle> database = ProcessFigures.databaseOf(child.handle());
            database.ifPresent(handle -> processes.put(child.name() + "-db", handle));
        }
        processes.put("bench", ProcessHandle.current());
        processes.forEach((name, process) -> before.put(name, ProcessFigures.cpu(process)));
    }

    /** CPU milliseconds per document since the first look. */
    Map<String, Double> cpuMsPer(int documents) {
        Map<String, Double> figures = new LinkedHashMap<>();
        processes.forEach((name, process) -> {
            Duration used = ProcessFigures.cpu(process).minus(before.getOrDefault(name, Duration.ZERO));
            figures.put(name, rounded(used.toNanos() / NANOS_PER_MILLI / documents));
        });
        return figures;
    }

    /** Largest resident sets in MiB. */
    Map<String, Double> residentMiB() {
        Map<String, Double> figures = new LinkedHashMap<>();
        processes.forEach((name, process) -> figures.put(name, ProcessFigures.peakResidentMiB(process)));
        return figures;
    }

    /** Largest heaps in MiB. */
    static Map<String, Double> heapMiB(Site site) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (ChildProcess child : site.processes()) {
            HeapLog.collect(child.handle());
            OptionalDouble peak = HeapLog.peakMiB(site.gcLog(child.name()));
            peak.ifPresent(size -> figures.put(child.name(), rounded(size)));
        }
        return figures;
    }

    /** To a hundredth. */
    static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }
}
