package vn.lienthong.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BusinessTrackTest {

    @Test
    void movesForwardOnlyHoweverStatusesArrive() {
        assertThat(show("03", "01")).isEqualTo("03");
        assertThat(show("05", "03", "05", "04")).isEqualTo("05");
        assertThat(show("06", "05")).isEqualTo("06");
    }

    @Test
    void nothingFollowsARefusal() {
        assertThat(show("01", "02", "13", "03", "15", "06")).isEqualTo("02");
    }

    @Test
    void declinedRecallLeadsBackToTheProgressMadeMeanwhile() {
        assertThat(show("03", "13")).isEqualTo("13");
        assertThat(show("03", "13", "05", "16")).isEqualTo("05");
        assertThat(show("03", "13", "16", "13")).isEqualTo("13");
    }

    @Test
    void agreedRecallEndsTheMatter() {
        assertThat(show("06", "13", "15")).isEqualTo("15");
        assertThat(show("06", "13", "15", "05", "06")).isEqualTo("15");
    }

    @Test
    void readsFourteenAsFifteenAndNeverWritesIt() {
        assertThat(BusinessStatus.read("14")).contains(BusinessStatus.Known.AGREED);
        assertThat(show("03", "13", "14")).isEqualTo("15");
    }

    @Test
    void keepsUnknownCodesWithoutMoving() {
        assertThat(BusinessStatus.read("999")).contains(new BusinessStatus.Unknown("999"));
        assertThat(show("03", "999")).isEqualTo("03");
        assertThat(BusinessStatus.read("")).isEmpty();
        assertThat(BusinessStatus.read("03;")).isEmpty();
    }

    @Test
    void duplicatesChangeNothing() {
        RandomGenerator random = new Random(3);
        List<BusinessStatus.Known> all = List.of(BusinessStatus.Known.values());
        for (int round = 0; round < 5000; round++) {
            BusinessTrack track = BusinessTrack.START;
            for (int step = 0; step < 10; step++) {
                BusinessStatus.Known status = all.get(random.nextInt(all.size()));
                BusinessTrack next = track.after(status);
                assertThat(next.after(status)).isEqualTo(next);
                track = next;
            }
        }
    }

    private static String show(String... codes) {
        BusinessTrack track = BusinessTrack.START;
        for (String code : codes) {
            track = track.after(BusinessStatus.read(code).orElseThrow());
        }
        return track.current().orElseThrow().code();
    }
}
