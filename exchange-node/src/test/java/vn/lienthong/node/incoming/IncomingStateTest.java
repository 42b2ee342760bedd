package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IncomingStateTest {

    @ParameterizedTest
    @CsvSource({
        "ARRIVED, ACCEPT, ACCEPTED",
        "ARRIVED, REFUSE, REFUSED",
        "ARRIVED, HAND_OVER, TAKEN_BY_SYSTEM",
        "ACCEPTED, REGISTER, REGISTERED",
        "REGISTERED, SUBMIT, SUBMITTED",
        "REGISTERED, ASSIGN, ASSIGNED",
        "REGISTERED, FILE, FILED",
        "SUBMITTED, ASSIGN, ASSIGNED",
        "SUBMITTED, RETURN, REGISTERED",
        "SUBMITTED, FILE, FILED",
        "ASSIGNED, START, IN_PROGRESS",
        "ASSIGNED, ASSIGN, ASSIGNED",
        "ASSIGNED, COMPLETE, DONE",
        "IN_PROGRESS, COMPLETE, DONE",
        "DONE, FILE, FILED",
        "FILED, UNFILE, DONE",
    })
    void goesOnTheUsualWay(IncomingState from, IncomingAct act, IncomingState to) {
        assertThat(from.after(act)).contains(to);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPT",
        "ACCEPTED, REFUSE",
        "REGISTERED, REGISTER",
        "ARRIVED, REGISTER",
        "ARRIVED, SUBMIT",
        "ACCEPTED, SUBMIT",
        "ACCEPTED, ASSIGN",
        "REFUSED, ACCEPT",
        "REFUSED, RECALL",
        "TAKEN_BY_SYSTEM, ACCEPT",
        "SUBMITTED, COMPLETE",
        "DONE, COMPLETE",
        "FILED, ASSIGN",
        "DONE, UNFILE",
        "REGISTERED, UNFILE",
        "RECALLED, RECALL",
    })
    void refusesShortcutsAndSecondTimes(IncomingState from, IncomingAct act) {
        assertThat(from.allows(act)).isFalse();
    }

    /** Decree 30/2020, Article 22.1: what is not registered binds nobody. */
    @Test
    void givesOnlyRegisteredDocumentsToAnybody() {
        Set<IncomingState> before = EnumSet.of(
                IncomingState.ARRIVED, IncomingState.ACCEPTED, IncomingState.REFUSED, IncomingState.RECALLED);
        assertThat(before).noneMatch(state -> state.allows(IncomingAct.ASSIGN) || state.allows(IncomingAct.SUBMIT));
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhateverIsNotRefused(IncomingState state) {
        boolean gone = state == IncomingState.REFUSED || state == IncomingState.RECALLED;
        assertThat(state.allows(IncomingAct.RECALL)).isEqualTo(!gone);
        assertThat(state.slug()).matches("[a-z]+(-[a-z]+)*");
        assertThat(state.mark()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasNoActThatMovesByWordsAlone(IncomingState state) {
        assertThat(state.allows(IncomingAct.NOTE)
                        || state.allows(IncomingAct.REPORT)
                        || state.allows(IncomingAct.ATTACH)
                        || state.allows(IncomingAct.DETACH)
                        || state.allows(IncomingAct.ARRIVE))
                .isFalse();
    }
}
