package vn.lienthong.node.outgoing.internal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void keepsWhatWasTypedWhetherValidOrNot() {
        Typed typed = Typed.of(Map.of("subject", "  Về việc\r\nthử ", "issued", "31/2/2026", "urgency", "9"));
        assertThat(typed.get(Field.SUBJECT)).isEqualTo("Về việc\nthử");
        assertThat(typed.line(Field.SUBJECT)).isEqualTo("Về việc thử");
        assertThat(typed.get(Field.ISSUED)).isEqualTo("31/2/2026");
        assertThat(Typed.read(typed.json())).isEqualTo(typed);
    }

    @Test
    void composesVietnameseLetters() {
        assertThat(Typed.of(Map.of("signer", "Nguye\u0302\u0303n")).get(Field.SIGNER))
                .isEqualTo("Nguyễn");
    }

    @Test
    void passesOverWhatIsNoField() {
        assertThat(Typed.of(Map.of("version", "3", "do", "send", "<script>", "x")))
                .isEqualTo(Typed.NOTHING);
    }

    @Test
    void cutsOffWhatIsTooLongAndDropsControlCharacters() {
        Typed typed = Typed.of(Map.of("subject", "a".repeat(100_000), "signer", "A\u0000\u0007B"));
        assertThat(typed.get(Field.SUBJECT)).hasSize(2000);
        assertThat(typed.get(Field.SIGNER)).isEqualTo("AB");
    }

    @Test
    void printsNothingOfWhatWasTyped() {
        assertThat(Typed.of(Map.of("subject", "kín"))).hasToString("Typed[1 fields]");
    }
}
