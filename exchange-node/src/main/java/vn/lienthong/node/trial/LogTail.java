package vn.lienthong.node.trial;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a child printed, to be shown when it fails. Thread-safe. */
final class LogTail {

    private static final int LINES = 25;
    private static final int LONGEST = 400;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }

    synchronized String text() {
        return lines.isEmpty() ? "  (it printed nothing)" : "  | " + String.join("\n  | ", lines);
    }
}
