package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.training.simulation.ActStore;

/** The table {@code training_lesson}: in which round each task is, and since when. */
@Component
@ForTrainees
class Lessons {

    private final JdbcClient database;
    private final ActStore acts;
    private final Samples samples;
    private final Happenings happenings;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Lessons(
            JdbcClient database,
            ActStore acts,
            Samples samples,
            Happenings happenings,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.acts = acts;
        this.samples = samples;
        this.happenings = happenings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A round of a task.
     *
     * @param number from 1
     * @param begunAt since when
     */
    record Round(int number, Instant begunAt) {}

    /** Begins all tasks that were never begun. */
    void open() {
        Map<Lesson, Round> begun = rounds();
        Arrays.stream(Lesson.values())
                .filter(lesson -> !begun.containsKey(lesson))
                .forEach(this::begin);
    }

    /** Begins a task, or begins it again: only what happens from now on counts, and fresh sample documents come. */
    void begin(Lesson lesson) {
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            int _ = database.sql("insert into training_lesson (lesson, round, begun_at) values (?, 1, ?)"
                            + " on duplicate key update round = round + 1, begun_at = values(begun_at)")
                    .params(lesson.name(), Columns.of(now))
                    .update();
            int round = database.sql("select round from training_lesson where lesson = ?")
                    .param(lesson.name())
                    .query(Integer.class)
                    .single();
            acts.add(Plan.samples(lesson, round, now));
        });
    }

    private Map<Lesson, Round> rounds() {
        Map<Lesson, Round> rounds = new EnumMap<>(Lesson.class);
        database.sql("select lesson, round, begun_at from training_lesson")
                .query((row, _) -> Map.entry(
                        Lesson.valueOf(row.getString("lesson")),
                        new Round(row.getInt("round"), Columns.instant(row, "begun_at"))))
                .list()
                .forEach(entry -> rounds.put(entry.getKey(), entry.getValue()));
        return rounds;
    }

    /** Where all tasks stand, in their order. */
    List<Progress> progress() {
        Map<Lesson, Round> rounds = rounds();
        Instant first = rounds.values().stream()
                .map(Round::begunAt)
                .min(Instant::compareTo)
                .orElse(clock.instant());
        Evidence evidence = new Evidence(happenings.since(first), samples.sent());
        return rounds.entrySet().stream()
                .map(entry -> evidence.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
