package vn.lienthong.node.platform;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the process, as {@code kill -9} would, when it reaches one place for the n-th time. No shutdown hook runs and
 * nothing is flushed.
 */
final class HaltingCrashPoints implements CrashPoints {

    /** The exit code that a shell shows for a process ended by signal 9. */
    static final int KILLED = 137;

    private static final Pattern SETTING = Pattern.compile("([\\w.-]{1,80})(?::(\\d{1,6}))?");

    private final String place;
    private final AtomicInteger left;

    private HaltingCrashPoints(String place, int times) {
        this.place = place;
        this.left = new AtomicInteger(times);
    }

    /** Reads {@code name} or {@code name:n}. */
    static CrashPoints at(String setting) {
        Matcher matcher = SETTING.matcher(setting);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("lienthong.crash-at must be name or name:n");
        }
        String times = matcher.group(2);
        return new HaltingCrashPoints(matcher.group(1), times == null ? 1 : Integer.parseInt(times));
    }

    @Override
    public void reach(String name) {
        if (name.equals(place) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
