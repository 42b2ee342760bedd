package vn.lienthong.node.delivery.internal.pulling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Outcome;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Turn;
import vn.lienthong.node.testing.SettableClock;

class PullScheduleTest {

    private static final int WORKERS = 8;

    private final SettableClock clock = new SettableClock();
    private final PullSchedule schedule = new PullSchedule(WORKERS, clock);

    private static Set<NodeId> nodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new NodeId("node-" + number))
                .collect(Collectors.toSet());
    }

    private List<Turn> turns(int count) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            schedule.next().ifPresent(turns::add);
        }
        return turns;
    }

    @Test
    void asksFewSourcesAllTheTimeEachByOneWorker() {
        schedule.become(nodes(3));
        List<Turn> turns = turns(WORKERS);
        assertThat(turns).extracting(Turn::node).containsExactlyInAnyOrderElementsOf(nodes(3));
        assertThat(turns).allSatisfy(turn -> {
            assertThat(turn.patience()).isEqualTo(PullSchedule.LONG);
            assertThat(turn.fresh()).isTrue();
        });
        schedule.done(turns.getFirst(), Outcome.NOTHING);
        assertThat(schedule.next()).contains(new Turn(turns.getFirst().node(), PullSchedule.LONG, false));
    }

    @Test
    void asksManySourcesInTurnAndWaitsWhereSomethingCameLately() {
        schedule.become(nodes(40));
        Turn lucky = schedule.next().orElseThrow();
        assertThat(lucky.patience()).isEqualTo(PullSchedule.SHORT);
        schedule.done(lucky, Outcome.USEFUL);
        clock.advance(Duration.ofSeconds(1));
        assertThat(schedule.next()).contains(new Turn(lucky.node(), PullSchedule.LONG, false));
        List<NodeId> asked = new ArrayList<>();
        for (int i = 0; i < 39; i++) {
            clock.advance(Duration.ofMillis(10));
            Turn turn = schedule.next().orElseThrow();
            assertThat(turn.patience()).isEqualTo(PullSchedule.SHORT);
            asked.add(turn.node());
            schedule.done(turn, Outcome.NOTHING);
        }
        assertThat(asked).doesNotHaveDuplicates().hasSize(39).doesNotContain(lucky.node());
    }

    @Test
    void keepsAQuarterOfTheWorkersForSourcesFromWhichNothingCame() {
        schedule.become(nodes(40));
        List<Turn> all = turns(40);
        all.subList(0, 20).forEach(turn -> schedule.done(turn, Outcome.USEFUL));
        all.subList(20, 40).forEach(turn -> schedule.done(turn, Outcome.NOTHING));
        clock.advance(Duration.ofSeconds(1));
        List<Turn> busy = turns(WORKERS);
        assertThat(busy.stream().filter(turn -> turn.patience().equals(PullSchedule.LONG)))
                .hasSize(WORKERS - WORKERS / 4);
        assertThat(busy.stream().filter(turn -> turn.patience().equals(PullSchedule.SHORT)))
                .hasSize(WORKERS / 4);
        clock.advance(PullSchedule.LATELY);
        busy.forEach(turn -> schedule.done(turn, Outcome.NOTHING));
        assertThat(turns(WORKERS))
                .allSatisfy(turn -> assertThat(turn.patience()).isEqualTo(PullSchedule.SHORT));
    }

    @Test
    void leavesASourceThatDoesNotAnswerAloneForLongerAndLonger() {
        schedule.become(nodes(1));
        Turn turn = schedule.next().orElseThrow();
        schedule.done(turn, Outcome.FAILED);
        assertThat(schedule.next()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        Turn again = schedule.next().orElseThrow();
        assertThat(again.fresh()).as("it has not been asked yet").isTrue();
        schedule.done(again, Outcome.FAILED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(schedule.next()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        schedule.done(schedule.next().orElseThrow(), Outcome.NOTHING);
        assertThat(schedule.next()).isPresent();
    }

    @Test
    void forgetsSourcesThatAreNoLongerListed() {
        schedule.become(nodes(2));
        Turn turn = schedule.next().orElseThrow();
        schedule.become(Set.of());
        schedule.done(turn, Outcome.USEFUL);
        assertThat(schedule.size()).isZero();
        assertThat(schedule.next()).isEqualTo(Optional.empty());
    }
}
