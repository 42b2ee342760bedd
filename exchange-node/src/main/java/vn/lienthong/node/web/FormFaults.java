package vn.lienthong.node.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: shown on top of the page and beside each field, in the same words. */
public final class FormFaults {
    /** The name under which pages look for it. */
    public static final String ATTRIBUTE = "faults";

    private final List<Fault> faults = new ArrayList<>();

    /** Nothing is wrong yet. */
    public FormFaults() {}

    /**
     * One thing that is wrong.
     *
     * @param field id of the field
     * @param key of the text
     * @param arguments of the text
     */
    public record Fault(String field, String key, List<Object> arguments) {
        /** Copies the arguments. */
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Notes something wrong.
     *
     * @param field id of the field
     * @param key of the text
     * @param arguments of the text
     */
    public void add(String field, String key, Object... arguments) {
        faults.add(new Fault(field, key, List.of(arguments)));
    }

    /**
     * Tells whether anything is wrong.
     *
     * @return true when something was noted
     */
    public boolean any() {
        return !faults.isEmpty();
    }

    /**
     * All that is wrong.
     *
     * @return in the order of the notes
     */
    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /**
     * What is wrong with a field.
     *
     * @param field its id
     * @return the first note about it, or null
     */
    public @Nullable Fault of(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
