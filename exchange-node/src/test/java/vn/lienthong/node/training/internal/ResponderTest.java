package vn.lienthong.node.training.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.ActKind;
import vn.lienthong.node.training.simulation.ActStore;
import vn.lienthong.node.training.simulation.Performer;
import vn.lienthong.node.training.simulation.Responder;

class ResponderTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T02:00:00Z");
    private static final ParcelId PARCEL = new ParcelId(UUID.fromString("01a20299-a53a-74f2-bf86-7e75264323c8"));

    private final SettableClock clock = new SettableClock(BEGIN);
    private final Kept store = new Kept();
    private final List<ActKind> performed = new ArrayList<>();

    /** A store in memory, as the table is. */
    private static final class Kept implements ActStore {

        private final Map<Long, Act> open = new TreeMap<>();
        private final List<Act> closed = new ArrayList<>();
        private long last;

        @Override
        public void add(List<Act> acts) {
            for (Act act : acts) {
                last++;
                open.put(last, new Act(last, act.agency(), act.kind(), act.parcel(), act.detail(), act.dueAt(), 0));
            }
        }

        @Override
        public List<Act> due(Instant now, int limit) {
            return open.values().stream()
                    .filter(act -> !act.dueAt().isAfter(now))
                    .sorted(Comparator.comparing(Act::dueAt).thenComparingLong(Act::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void tried(Act act, Instant again) {
            open.put(
                    act.id(),
                    new Act(act.id(), act.agency(), act.kind(), act.parcel(), act.detail(), again, act.tries() + 1));
        }

        @Override
        public void done(Act act, Instant now) {
            open.remove(act.id());
            closed.add(act);
        }
    }

    private Responder responder(Performer performer) {
        return new Responder(
                store,
                act -> {
                    performed.add(act.kind());
                    return performer.perform(act);
                },
                clock);
    }

    private void pass(Responder responder, Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            responder.round();
        }
    }

    @Test
    void aPromptAgencyGoesThroughAllStatesWithinAMinute() {
        store.add(Plan.arrival(TrainingAgency.PROVINCE, PARCEL, clock.instant()));
        Responder responder = responder(_ -> Performer.Result.Done.alone());
        responder.round();
        assertThat(performed).isEmpty();
        pass(responder, Duration.ofSeconds(5));
        assertThat(performed).containsExactly(ActKind.TAKE);
        pass(responder, Duration.ofSeconds(55));
        assertThat(performed).containsExactly(ActKind.TAKE, ActKind.ASSIGN, ActKind.BEGIN, ActKind.FINISH);
        assertThat(store.open).isEmpty();
    }

    @Test
    void aSlowAgencyHasOnlyReceivedAfterTwoMinutes() {
        store.add(Plan.arrival(TrainingAgency.PARTY_ORGANISATION, PARCEL, clock.instant()));
        pass(responder(_ -> Performer.Result.Done.alone()), Duration.ofMinutes(2));
        assertThat(performed).containsExactly(ActKind.TAKE);
    }

    @Test
    void aRefusingAgencyDoesNothingElse() {
        assertThat(Plan.arrival(TrainingAgency.FINANCE, PARCEL, BEGIN))
                .extracting(Act::kind)
                .containsExactly(ActKind.REFUSE);
    }

    @Test
    void aSilentAgencyWakesWhenItIsReminded() {
        assertThat(Plan.arrival(TrainingAgency.UPSTREAM, PARCEL, BEGIN)).isEmpty();
        assertThat(Plan.reminder(TrainingAgency.UPSTREAM, PARCEL, BEGIN))
                .extracting(Act::kind)
                .containsExactly(ActKind.TAKE, ActKind.ASSIGN);
        assertThat(Plan.reminder(TrainingAgency.PROVINCE, PARCEL, BEGIN)).isEmpty();
    }

    @Test
    void nobodyPlaysTheTrainee() {
        assertThat(Plan.arrival(TrainingAgency.TRAINEE, PARCEL, BEGIN)).isEmpty();
        assertThat(Plan.recall(TrainingAgency.TRAINEE, PARCEL, "", BEGIN)).isEmpty();
        assertThat(TrainingAgency.simulated()).hasSize(8).doesNotContain(TrainingAgency.TRAINEE);
        assertThat(TrainingAgency.simulated().stream().map(TrainingAgency::bloc).distinct())
                .hasSize(3);
    }

    @Test
    void triesAgainLaterAndLessOftenWhatIsNotPossibleYet() {
        store.add(Plan.samples(Lesson.FIND, 1, clock.instant()));
        Responder responder = responder(_ -> new Performer.Result.NotYet());
        pass(responder, Duration.ofSeconds(60));
        assertThat(performed).hasSizeBetween(3, 6);
        assertThat(store.open).hasSize(1);
        pass(responder, Duration.ofHours(1));
        assertThat(store.open).isEmpty();
    }

    @Test
    void whatCannotBeDoneDoesNotHoldUpWhatCan() {
        store.add(List.of(Act.of(TrainingAgency.PROVINCE.code(), ActKind.SEND, null, "broken", BEGIN)));
        store.add(List.of(Act.of(TrainingAgency.PROVINCE.code(), ActKind.TAKE, PARCEL, "", BEGIN)));
        Responder responder = responder(act -> {
            if (act.kind() == ActKind.SEND) {
                throw new IllegalStateException("a fault");
            }
            return Performer.Result.Done.alone();
        });
        assertThatThrownBy(responder::round).isInstanceOf(IllegalStateException.class);
        responder.round();
        assertThat(performed).containsExactly(ActKind.SEND, ActKind.TAKE);
    }

    @Test
    void keepsWhatFollowsFromAnAct() {
        store.add(Plan.samples(Lesson.RECALL, 2, clock.instant()));
        Responder responder = responder(act -> act.kind() == ActKind.SEND
                ? new Performer.Result.Done(Plan.sent(SampleKind.CALLED_BACK, PARCEL, clock.instant()))
                : Performer.Result.Done.alone());
        pass(responder, Duration.ofMinutes(4));
        assertThat(performed).containsExactly(ActKind.SEND, ActKind.CALL_BACK);
    }

    @Test
    void everyTaskThatNeedsSamplesGetsThoseOfItsRound() {
        assertThat(Plan.samples(Lesson.RECEIVE, 3, BEGIN))
                .extracting(act -> SampleKind.Ordered.of(act.detail()).orElseThrow())
                .contains(
                        new SampleKind.Ordered(SampleKind.EXPRESS, 3), new SampleKind.Ordered(SampleKind.DUPLICATE, 3));
        assertThat(Plan.samples(Lesson.SEND, 1, BEGIN)).isEmpty();
        assertThat(SampleKind.Ordered.of("NOTHING/1")).isEmpty();
        assertThat(SampleKind.Ordered.of("EXPRESS")).isEmpty();
    }
}
