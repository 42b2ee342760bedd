package vn.lienthong.node.training.internal;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.training.TrainingAgency;

/** The documents that simulated agencies send to the trainee. */
enum SampleKind {
    /** An ordinary one. */
    ORDINARY(1, Lesson.RECEIVE, TrainingAgency.PROVINCE, 3, Urgency.ORDINARY),
    /** A pressing one. */
    URGENT(2, Lesson.RECEIVE, TrainingAgency.HOME_AFFAIRS, 12, Urgency.URGENT),
    /** The ordinary one once more, under the same number. */
    DUPLICATE(3, Lesson.RECEIVE, TrainingAgency.PROVINCE, 90, Urgency.ORDINARY),
    /** One that cannot wait. */
    EXPRESS(4, Lesson.RECEIVE, TrainingAgency.PARTY_COMMITTEE, 150, Urgency.EXPRESS),
    /** One that is meant for another commune, by its own words. */
    WRONG_ADDRESSEE(5, Lesson.REFUSE, TrainingAgency.PARTY_ORGANISATION, 6, Urgency.ORDINARY),
    /** One whose file was changed after it was signed. */
    BROKEN_SIGNATURE(6, Lesson.REFUSE, TrainingAgency.FINANCE, 20, Urgency.ORDINARY),
    /** One that is to be found again. */
    TO_BE_FOUND(7, Lesson.FIND, TrainingAgency.FRONT_PROVINCE, 9, Urgency.ORDINARY),
    /** One whose sender wants it back. */
    CALLED_BACK(8, Lesson.RECALL, TrainingAgency.FRONT_COMMUNE, 30, Urgency.ORDINARY);

    private static final int CALLED_BACK_AFTER = 120;

    private final int number;
    private final Lesson lesson;
    private final TrainingAgency sender;
    private final int afterSeconds;
    private final Urgency urgency;

    SampleKind(int number, Lesson lesson, TrainingAgency sender, int afterSeconds, Urgency urgency) {
        this.number = number;
        this.lesson = lesson;
        this.sender = sender;
        this.afterSeconds = afterSeconds;
        this.urgency = urgency;
    }

    /**
     * A kind in a round.
     *
     * @param kind which
     * @param round from 1
     */
    record Ordered(SampleKind kind, int round) {

        /** Reads what {@link SampleKind#detail} has written. */
        static Optional<Ordered> of(String detail) {
            String[] parts = detail.split("/", -1);
            return parts.length == 2 && parts[1].matches("[0-9]{1,6}")
                    ? Arrays.stream(values(parts[0]))
                            .findFirst()
                            .map(kind -> new Ordered(kind, Integer.parseInt(parts[1])))
                    : Optional.empty();
        }

        private static SampleKind[] values(String name) {
            return Arrays.stream(SampleKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .toArray(SampleKind[]::new);
        }
    }

    String detail(int round) {
        return name() + "/" + round;
    }

    /** Tells the numbers of documents of a round apart; 1 to 9. */
    int number() {
        return number;
    }

    /** The task to which it belongs. */
    Lesson lesson() {
        return lesson;
    }

    TrainingAgency sender() {
        return sender;
    }

    /** So long after the task has begun it is sent. */
    int afterSeconds() {
        return afterSeconds;
    }

    Urgency urgency() {
        return urgency;
    }

    /** So long after it was sent its sender asks for it back, where that is so. */
    int calledBackAfter() {
        return CALLED_BACK_AFTER;
    }
}
