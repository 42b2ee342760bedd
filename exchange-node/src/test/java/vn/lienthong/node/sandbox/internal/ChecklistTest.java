package vn.lienthong.node.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.sandbox.Conformance;
import vn.lienthong.node.sandbox.ConformanceCheck;
import vn.lienthong.node.sandbox.internal.Deeds.Seen;

class ChecklistTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final Map<Deed, Seen> seen = new EnumMap<>(Deed.class);

    private void saw(Deed deed, Instant at) {
        seen.put(deed, new Seen(at, at));
    }

    private List<ConformanceCheck> done() {
        return new Checklist(seen)
                .items().stream()
                        .filter(Conformance.Item::isSeen)
                        .map(Conformance.Item::check)
                        .toList();
    }

    @Test
    void seesNothingWhereNothingHappened() {
        assertThat(done()).isEmpty();
        assertThat(report().isPassed()).isFalse();
    }

    private Conformance report() {
        return new Conformance(new UUID(1, 2), new AgencyCode("H99.07"), "", FIRST, LATER, new Checklist(seen).items());
    }

    @Test
    void passesWithEverythingThatIsRequired() {
        Arrays.stream(Deed.values()).forEach(deed -> saw(deed, FIRST));
        saw(Deed.SENT, LATER);
        assertThat(done()).containsExactly(ConformanceCheck.values());
        seen.remove(Deed.PROOF_TAKEN);
        seen.remove(Deed.STATED);
        seen.remove(Deed.OFFLINE_READ);
        assertThat(report().isPassed()).isTrue();
        assertThat(report().seen()).isEqualTo(ConformanceCheck.values().length - 3L);
        seen.remove(Deed.ANSWERED);
        assertThat(report().isPassed()).isFalse();
    }

    @Test
    void countsARefusalOnlyWhenSomethingRightWentOutAfterIt() {
        saw(Deed.SENT, FIRST);
        saw(Deed.SENDING_REFUSED, LATER);
        assertThat(done()).doesNotContain(ConformanceCheck.CORRECT);
        saw(Deed.SENT, LATER.plusSeconds(1));
        assertThat(done()).contains(ConformanceCheck.CORRECT);
    }

    @Test
    void countsNoAcknowledgementWithoutADownloadBefore() {
        saw(Deed.ACKNOWLEDGED, FIRST);
        assertThat(done()).doesNotContain(ConformanceCheck.RECEIVE);
        saw(Deed.DOWNLOADED, LATER);
        assertThat(done()).doesNotContain(ConformanceCheck.RECEIVE);
        saw(Deed.ACKNOWLEDGED, LATER);
        assertThat(done()).contains(ConformanceCheck.RECEIVE);
    }

    @Test
    void hasWordsInBothLanguagesForEachLine() {
        assertThat(ConformanceCheck.values())
                .allMatch(check -> !check.words(Locale.ENGLISH).isBlank()
                        && !check.words(Locale.of("vi")).equals(check.words(Locale.ENGLISH)));
    }
}
