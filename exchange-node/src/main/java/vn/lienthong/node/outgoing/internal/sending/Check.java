package vn.lienthong.node.outgoing.internal.sending;

import java.util.List;
import java.util.Locale;

/**
 * One line of the check before sending.
 *
 * @param name stable; the end of the key of its words and of the box that is ticked
 * @param level how much it matters
 * @param arguments of the words
 */
public record Check(String name, Level level, List<Object> arguments) {

    /** Copies the arguments. */
    public Check {
        arguments = List.copyOf(arguments);
    }

    /** How much it matters. */
    public enum Level {
        /** As it should be. */
        FINE("done"),
        /** A person confirms it. */
        CONFIRM("warning"),
        /** Nothing is sent. */
        BLOCK("failed");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        /** How lists mark it. */
        public String mark() {
            return mark;
        }
    }

    static Check fine(String name, Object... arguments) {
        return new Check(name, Level.FINE, List.of(arguments));
    }

    static Check confirm(String name, Object... arguments) {
        return new Check(name, Level.CONFIRM, List.of(arguments));
    }

    static Check block(String name, Object... arguments) {
        return new Check(name, Level.BLOCK, List.of(arguments));
    }

    /** The key of its words. */
    public String key() {
        return "outgoing.check." + name;
    }

    /** The name of the box that confirms it. */
    public String box() {
        return "ok-" + name;
    }

    /** The level as keys and styles write it. */
    public String slug() {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
