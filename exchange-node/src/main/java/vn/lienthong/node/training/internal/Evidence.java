package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.internal.SampleKind.Ordered;

/** Reads from what happened how far each task is. Pure. */
final class Evidence {

    private static final int WANTED_RECIPIENTS = 3;
    private static final String VIEW = "document.view";
    private static final String REPLACED = Happening.SAY + "replacement";
    private static final String RECALLED = Happening.SAY + "recall-request.13";
    private static final Set<String> ANSWERED = Set.of(Happening.HEAR + "answer.15", Happening.HEAR + "answer.16");

    private final List<Happening> happenings;
    private final Map<String, Ordered> samples;

    /**
     * Takes what is known.
     *
     * @param happenings oldest first
     * @param samples which parcels are sample documents
     */
    Evidence(List<Happening> happenings, Map<String, Ordered> samples) {
        this.happenings = List.copyOf(happenings);
        this.samples = Map.copyOf(samples);
    }

    /** Where a task stands in its round. */
    Progress of(Lesson lesson, Lessons.Round round) {
        Instant begun = round.begunAt();
        List<@Nullable Instant> times = switch (lesson) {
            case RECEIVE, REFUSE -> best(lesson, round);
            case FIND -> find(round);
            case SEND -> send(begun);
            case REMIND -> remind(begun);
            case RECALL -> recall(begun);
        };
        List<Progress.Step> steps = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            steps.add(new Progress.Step(lesson.steps().get(step), times.get(step)));
        }
        return new Progress(lesson, round.number(), steps);
    }

    /** Of all sample documents of the task that with which the trainee has come furthest. */
    private List<@Nullable Instant> best(Lesson lesson, Lessons.Round round) {
        List<String> actions = lesson == Lesson.RECEIVE
                ? List.of(VIEW, "document.accept", "document.register")
                : List.of(VIEW, "document.refuse");
        return samples.entrySet().stream()
                .filter(sample -> sample.getValue().kind().lesson() == lesson
                        && sample.getValue().round() == round.number())
                .map(sample -> implied(times(actions, sample.getKey(), round.begunAt())))
                .max(Comparator.comparingLong(Evidence::count))
                .orElseGet(() -> times(actions, "-", round.begunAt()));
    }

    private List<@Nullable Instant> times(List<String> actions, String object, Instant begun) {
        List<@Nullable Instant> times = new ArrayList<>();
        for (String action : actions) {
            times.add(first(
                    begun, one -> one.action().equals(action) && one.object().equals(object)));
        }
        return times;
    }

    private static long count(List<@Nullable Instant> times) {
        return times.stream().filter(time -> time != null).count();
    }

    /** Whoever has done a later step has done those before it, whichever page that was on. */
    private static List<@Nullable Instant> implied(List<@Nullable Instant> times) {
        List<@Nullable Instant> implied = new ArrayList<>(times);
        for (int step = implied.size() - 2; step >= 0; step--) {
            if (implied.get(step) == null) {
                implied.set(step, implied.get(step + 1));
            }
        }
        return implied;
    }

    private List<@Nullable Instant> find(Lessons.Round round) {
        Instant searched = first(round.begunAt(), one -> one.action().equals("document.search"));
        Instant opened = searched == null
                ? null
                : first(searched, one -> one.action().equals(VIEW) && isToBeFound(one, round.number()));
        return list(searched, opened);
    }

    private boolean isToBeFound(Happening happening, int round) {
        return new Ordered(SampleKind.TO_BE_FOUND, round).equals(samples.get(happening.object()));
    }

    private List<@Nullable Instant> send(Instant begun) {
        return implied(list(
                first(begun, one -> one.action().equals("document.draft")),
                first(begun, one -> one.action().equals("document.sign")),
                arrivedAtThree(begun)));
    }

    private @Nullable Instant arrivedAtThree(Instant begun) {
        Map<String, Set<String>> arrived = new HashMap<>();
        for (Happening one : happenings) {
            if (!one.at().isBefore(begun) && one.action().equals(Happening.ARRIVE)) {
                Set<String> parties = arrived.computeIfAbsent(one.object(), _ -> new HashSet<>());
                parties.add(one.party());
                if (parties.size() == WANTED_RECIPIENTS) {
                    return one.at();
                }
            }
        }
        return null;
    }

    private List<@Nullable Instant> remind(Instant begun) {
        String silent = TrainingAgency.UPSTREAM.code().value();
        Instant reminded = first(
                begun,
                one -> one.action().equals(Happening.SAY + "reminder")
                        && one.party().equals(silent));
        Instant awake = reminded == null
                ? null
                : first(
                        reminded,
                        one -> one.action().equals(Happening.HEAR + "status.03")
                                && one.party().equals(silent));
        Instant opened =
                first(begun, one -> one.action().equals(VIEW) && one.object().startsWith("outgoing/"));
        return implied(list(opened, reminded, awake));
    }

    private List<@Nullable Instant> recall(Instant begun) {
        Instant recalled = first(begun, one -> one.action().equals(RECALLED));
        Instant answered = recalled == null ? null : first(recalled, one -> ANSWERED.contains(one.action()));
        return list(
                recalled,
                answered,
                first(begun, one -> one.action().equals(REPLACED)),
                first(begun, one -> one.action().equals("register.print")));
    }

    private @Nullable Instant first(Instant from, Predicate<Happening> wanted) {
        Optional<Instant> found = happenings.stream()
                .filter(one -> !one.at().isBefore(from))
                .filter(wanted)
                .map(Happening::at)
                .findFirst();
        return found.orElse(null);
    }

    private static List<@Nullable Instant> list(@Nullable Instant... times) {
        List<@Nullable Instant> list = new ArrayList<>();
        for (Instant time : times) {
            list.add(time);
        }
        return list;
    }
}
