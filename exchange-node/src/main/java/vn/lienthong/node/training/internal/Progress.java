package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands.
 *
 * @param lesson which
 * @param round from 1; more after it was begun again
 * @param steps all of them, in their order
 */
public record Progress(Lesson lesson, int round, List<Step> steps) {

    /** Copies the steps. */
    public Progress {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param name of it, as in {@link Lesson#steps}
     * @param at when it was done; null while it is not
     */
    public record Step(String name, @Nullable Instant at) {}

    /** Returns whether all steps are done. */
    public boolean isDone() {
        return steps.stream().allMatch(step -> step.at() != null);
    }

    /** How many steps are done. */
    public long count() {
        return steps.stream().filter(step -> step.at() != null).count();
    }

    /** When the last step was done, if all are. */
    public Optional<Instant> doneAt() {
        return isDone()
                ? steps.stream().map(Step::at).filter(Objects::nonNull).max(Instant::compareTo)
                : Optional.empty();
    }
}
