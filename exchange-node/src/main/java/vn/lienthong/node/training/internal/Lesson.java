package vn.lienthong.node.training.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six tasks, in the order in which a beginner does them. */
public enum Lesson {
    /** Accept an ordinary document and register it. */
    RECEIVE(1, "/incoming", "open accept register"),
    /** Refuse what must not be accepted. */
    REFUSE(2, "/incoming", "open refuse"),
    /** Find a document again. */
    FIND(3, "/search", "search open"),
    /** Write, sign and send to three agencies. */
    SEND(4, "/outgoing", "draft sign arrived"),
    /** Follow it, and remind whoever is silent. */
    REMIND(5, "/tracking", "open remind awake"),
    /** Take it back, replace it, and print the register. */
    RECALL(6, "/tracking", "recall answer replace print");

    private final int number;
    private final String href;
    private final String steps;

    Lesson(int number, String href, String steps) {
        this.number = number;
        this.href = href;
        this.steps = steps;
    }

    static Optional<Lesson> of(String slug) {
        return Arrays.stream(values())
                .filter(lesson -> lesson.slug().equals(slug))
                .findFirst();
    }

    /** Its name in addresses and in keys of texts. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its number, from 1. */
    public int number() {
        return number;
    }

    /** Where it is done. */
    public String href() {
        return href;
    }

    /** The names of its steps. */
    public List<String> steps() {
        return List.of(steps.split(" ", -1));
    }
}
