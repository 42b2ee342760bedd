package vn.lienthong.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.register.SymbolPattern.Symbols;

class SymbolPatternTest {

    @ParameterizedTest
    @CsvSource({
        "{so}/{loai}-{coquan}, 9, '', QĐ, UBND, '', 09/QĐ-UBND",
        "{so}/{loai}-{coquan}, 10, '', QĐ, UBND, '', 10/QĐ-UBND",
        "{so}/{loai}-{coquan}, 145, a, QĐ, UBND, '', 145a/QĐ-UBND",
        "{so}/{loai}-{coquan}, 7, b, TTr, STC, '', 07b/TTr-STC",
        "{so}/{coquan}-{donvi}, 1024, '', '', UBND, VX, 1024/UBND-VX",
        "{so}/{coquan}-{donvi}, 1024, '', '', UBND, '', 1024/UBND",
        "{so}/{loai}-{coquan}, 3, '', '', UBND, '', 03/UBND",
        "{so}-{loai}/{coquan}, 3, '', '', ĐU, '', 03-ĐU",
        "{so}/{nam}/{loai}-{coquan}, 3, '', NQ, HĐND, '', 03/2026/NQ-HĐND",
        "{so}/{loai}-MTTW-BTT, 91, '', HD, MTTQ, '', 91/HD-MTTW-BTT",
        "{so}, 3, '', QĐ, UBND, '', 3"
    })
    void fillsItsPlaces(
            String pattern, int number, String suffix, String type, String agency, String unit, String expected) {
        Symbols symbols = new Symbols(type, agency, unit, "2026");
        assertThat(new SymbolPattern(pattern).fill(number, suffix, symbols).display())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "so", "{loai}/{so}", "{so}{loai}", "{so}/{gi}", "{so}/<b>", "{so}/{so}", "{so}/"})
    void refusesWhatIsNoPattern(String text) {
        assertThat(SymbolPattern.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new SymbolPattern(text));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(SymbolPattern.parse("{so}/" + "A".repeat(60))).isEmpty();
    }

    @Test
    void readsBackWhatItHasWritten() {
        assertThat(IssuedCode.ofDisplay("05-BC/ĐU")).isEqualTo(new IssuedCode("05", "-", "BC/ĐU"));
        assertThat(IssuedCode.ofDisplay("05/QĐ-UBND")).isEqualTo(new IssuedCode("05", "/", "QĐ-UBND"));
        assertThat(IssuedCode.ofDisplay("145")).isEqualTo(new IssuedCode("145", "", ""));
    }
}
