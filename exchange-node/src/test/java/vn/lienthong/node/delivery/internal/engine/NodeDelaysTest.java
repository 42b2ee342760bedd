package vn.lienthong.node.delivery.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.delivery.Delay.Cause;
import vn.lienthong.node.delivery.internal.engine.NodeDelays.Facts;
import vn.lienthong.node.delivery.internal.engine.NodeDelays.Peer;

class NodeDelaysTest {

    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");

    private static Facts facts(DeliveryStage stage, boolean tried, int status) {
        return new Facts(stage, null, tried, status);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,    false, 0,   QUEUED_HERE",
        "OPEN,    true,  0,   UNREACHABLE",
        "OPEN,    true,  429, BUSY",
        "OPEN,    true,  503, BUSY",
        "OPEN,    true,  500, FAULT",
        "OPEN,    true,  200, FAULT",
        "AWAY,    false, 0,   UNREACHABLE",
        "AWAY,    true,  503, UNREACHABLE",
        "FETCHES, false, 0,   AWAITING_FETCH",
        "FETCHES, true,  0,   AWAITING_FETCH",
        "OWN,     false, 0,   QUEUED_HERE",
        "OWN,     true,  0,   FAULT"
    })
    void saysWhatHoldsUpADeliveryOnItsWay(Peer peer, boolean tried, int status, Cause cause) {
        assertThat(NodeDelays.cause(facts(DeliveryStage.IN_TRANSIT, tried, status), peer))
                .contains(cause);
        assertThat(NodeDelays.cause(facts(DeliveryStage.QUEUED, tried, status), peer))
                .contains(cause);
    }

    @ParameterizedTest
    @EnumSource(Peer.class)
    void whatLiesAtTheRecipientIsHeldUpThereWhateverItsNodeDoesNow(Peer peer) {
        assertThat(NodeDelays.cause(facts(DeliveryStage.CONSIGNED, true, 200), peer))
                .contains(Cause.SILENT);
    }

    @Test
    void nothingHoldsUpWhatWasTakenOverOrTakenBack() {
        assertThat(NodeDelays.cause(facts(DeliveryStage.HANDED_OVER, true, 200), Peer.AWAY))
                .isEmpty();
        assertThat(NodeDelays.cause(facts(DeliveryStage.RECALLED, false, 0), Peer.AWAY))
                .isEmpty();
    }

    @Test
    void tellsRefusalsOfNodesFromThoseOfPeople() {
        assertThat(NodeDelays.cause(refused(ErrorCode.REFUSED_BY_CLERK), Peer.OPEN))
                .isEmpty();
        assertThat(NodeDelays.cause(refused(ErrorCode.STORAGE_FULL), Peer.OPEN)).contains(Cause.REFUSED_BY_NODE);
        assertThat(NodeDelays.cause(refused(null), Peer.OPEN)).contains(Cause.REFUSED_BY_NODE);
    }

    private static Facts refused(@Nullable ErrorCode why) {
        return new Facts(DeliveryStage.REFUSED, why, true, 422);
    }

    @Test
    void peopleHaveMoreTimeThanMachines() {
        Delay silent = delay(Cause.SILENT);
        assertThat(silent.isLate(SENT.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(silent.isLate(SENT.plus(Duration.ofMinutes(6)))).isTrue();
        Delay unopened = silent.heard();
        assertThat(unopened.cause()).isEqualTo(Cause.UNOPENED);
        assertThat(unopened.isLate(SENT.plus(Duration.ofMinutes(6)))).isFalse();
        assertThat(unopened.isLate(SENT.plus(Duration.ofHours(5)))).isTrue();
    }

    @Test
    void aWordOfTheRecipientChangesNothingAboutTheWayThere() {
        assertThat(delay(Cause.AWAITING_FETCH).heard().cause()).isEqualTo(Cause.AWAITING_FETCH);
        assertThat(delay(Cause.REFUSED_BY_NODE).isLate(SENT)).isTrue();
    }

    private static Delay delay(Cause cause) {
        ParcelId parcel = new ParcelId(UUID.fromString("019ab000-0000-7000-8000-000000000001"));
        return new Delay(parcel, new AgencyCode("H52.02"), cause, SENT, 1, null, null, null);
    }
}
