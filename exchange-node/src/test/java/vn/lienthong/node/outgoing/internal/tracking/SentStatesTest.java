package vn.lienthong.node.outgoing.internal.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.tracking.SentStates.Fate;

class SentStatesTest {

    @Test
    void staysAsItIsUntilSomebodyGaveItBack() {
        assertThat(SentStates.after(List.of())).isEmpty();
        assertThat(SentStates.after(List.of(Fate.WITH_THEM, Fate.NEVER))).isEmpty();
        assertThat(SentStates.after(List.of(Fate.NEVER))).isEmpty();
    }

    @Test
    void isPartlyRecalledAsLongAsSomebodyHasIt() {
        assertThat(SentStates.after(List.of(Fate.BACK, Fate.WITH_THEM, Fate.NEVER)))
                .contains(OutgoingState.PARTLY_RECALLED);
    }

    @Test
    void isRecalledWhenNobodyHasItAnyMore() {
        assertThat(SentStates.after(List.of(Fate.BACK))).contains(OutgoingState.RECALLED);
        assertThat(SentStates.after(List.of(Fate.BACK, Fate.NEVER, Fate.BACK))).contains(OutgoingState.RECALLED);
    }
}
