package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The largest heap of a virtual machine, from its collector's log. A heap is largest just before it is collected, and the log
 * says how large that was; a last collection is asked for, so that the time after the last natural one counts too.
 */
final class HeapLog {

    private static final Pattern COLLECTED = Pattern.compile("\\s(\\d+)([KMG])->(\\d+)[KMG]\\(");
    private static final long LAST_COLLECTION_SECONDS = 20;

    private HeapLog() {}

    /** Asks the virtual machine to collect, so that its log has a last line. */
    static void collect(ProcessHandle process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return;
        }
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!asked.waitFor(LAST_COLLECTION_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The largest heap in MiB; empty when nothing was ever collected. */
    static OptionalDouble peakMiB(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.mapToDouble(HeapLog::before).filter(size -> size > 0).max();
        }
    }

    private static double before(String line) {
        Matcher matcher = COLLECTED.matcher(line);
        if (!matcher.find()) {
            return 0;
        }
        double size = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "K" -> size / 1024;
            case "G" -> size * 1024;
            default -> size;
        };
    }
}
