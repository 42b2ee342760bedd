package vn.lienthong.node.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.ActKind;

class SandboxPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final ParcelId PARCEL = new ParcelId(UUID.fromString("01a20299-a53a-74f2-bf86-7e75264323c8"));

    private static List<Act> arrival(SandboxAgency agency) {
        return SandboxPlan.arrival(agency, PARCEL, NOW);
    }

    @Test
    void takesAtOnceAndFinishes() {
        assertThat(arrival(SandboxAgency.ACCEPT))
                .extracting(Act::kind)
                .containsExactly(ActKind.TAKE, ActKind.ASSIGN, ActKind.BEGIN, ActKind.FINISH);
        assertThat(arrival(SandboxAgency.ACCEPT))
                .allMatch(act -> act.dueAt().isBefore(NOW.plusSeconds(2)))
                .isSortedAccordingTo((one, other) -> one.dueAt().compareTo(other.dueAt()));
    }

    @Test
    void takesAfterHalfAnHourAndNotBefore() {
        assertThat(arrival(SandboxAgency.SLOW30M).getFirst().kind()).isEqualTo(ActKind.TAKE);
        assertThat(arrival(SandboxAgency.SLOW30M))
                .noneMatch(act -> act.dueAt().isBefore(NOW.plus(Duration.ofMinutes(30))));
    }

    @Test
    void refusesAndDoesNothingElse() {
        assertThat(arrival(SandboxAgency.REFUSE)).extracting(Act::kind).containsExactly(ActKind.REFUSE);
    }

    @Test
    void sendsSomethingAndWantsItBack() {
        assertThat(arrival(SandboxAgency.RECALL)).extracting(Act::kind).containsExactly(ActKind.TAKE, ActKind.SEND);
        assertThat(SandboxPlan.sent(SandboxAgency.RECALL, PARCEL, NOW))
                .extracting(Act::kind)
                .containsExactly(ActKind.CALL_BACK);
    }

    @Test
    void playsNeitherTheAbsentNorThePrograms() {
        assertThat(arrival(SandboxAgency.OFFLINE)).isEmpty();
        assertThat(SandboxAgency.programs())
                .hasSize(3)
                .allMatch(agency -> arrival(agency).isEmpty());
        assertThat(SandboxPlan.recall(SandboxAgency.COMMUNE, PARCEL, "", NOW)).isEmpty();
    }

    @Test
    void hasThreeBlocsAndCodesThatSayWhatTheyDo() {
        assertThat(SandboxAgency.programs())
                .extracting(SandboxAgency::bloc)
                .containsExactlyInAnyOrder(Bloc.GOVERNMENT, Bloc.PARTY, Bloc.FRONT);
        assertThat(SandboxAgency.simulated())
                .allMatch(agency -> agency.code().value().endsWith(".SIM." + agency.name()));
    }
}
