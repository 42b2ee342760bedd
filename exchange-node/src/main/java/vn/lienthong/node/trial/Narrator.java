package vn.lienthong.node.trial;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells what happens, line by line, to the person who watches. Thread-safe. */
final class Narrator {

    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A heading of the next part. */
    synchronized void part(String vietnamese, String english) {
        out.println();
        out.println("== " + vietnamese + " / " + english);
        out.flush();
    }

    /** A line. */
    synchronized void say(String text) {
        out.println("   " + text);
        out.flush();
    }

    /** A line in both languages. */
    void say(String vietnamese, String english) {
        say(vietnamese + " / " + english);
    }

    /** Something that happened so long after the beginning. */
    void event(Duration offset, String vietnamese, String english) {
        say(String.format(Locale.ROOT, "%+9.1f ms  ", offset.toNanos() / NANOS_PER_MILLI) + vietnamese + " / "
                + english);
    }

    /** A line that must stand alone, for programs to read. */
    synchronized void raw(String text) {
        out.println(text);
        out.flush();
    }
}
