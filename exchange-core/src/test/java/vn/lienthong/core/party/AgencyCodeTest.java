package vn.lienthong.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.party.AgencyCodeCheck.Reason;

class AgencyCodeTest {

    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "000.00.00.G22, FOUR_GROUP, G22",
        "000.01.12.H28, FOUR_GROUP, H28",
        "G22, LEVELLED, G22",
        "H37.02.02, LEVELLED, H37",
        "H37.DN.001, LEVELLED, H37",
        "0101245486.01, LEVELLED, 0101245486",
        "W00, VIRTUAL, ",
        "TT2, VIRTUAL, ",
        "02.44.W00, VIRTUAL, ",
        "28.22.H17, VIRTUAL, ",
        "001.00.20.TT2, VIRTUAL, ",
        "vxp.saas.03, VIRTUAL, "
    })
    void knowsTheCodesInUse(String text, CodeScheme scheme, String levelOne) {
        AgencyCode code = new AgencyCode(text);
        assertThat(code.scheme()).isEqualTo(scheme);
        assertThat(code.levelOne().orElse(null)).isEqualTo(levelOne);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "H37.02.02.01.01.01.01.01.01.01.01.01, TOO_LONG",
        "H37 02, CHARACTER",
        "H37/02, CHARACTER",
        "Đ37, CHARACTER",
        "'H37\n', CHARACTER",
        ".H37, EMPTY_GROUP",
        "H37., EMPTY_GROUP",
        "H37..02, EMPTY_GROUP",
        "h37.A, MIXED_CASE",
        "h37, FORM",
        "123.45, FORM",
        "12, FORM"
    })
    void saysWhatIsWrong(String text, Reason reason) {
        assertThat(AgencyCode.check(text)).isEqualTo(new AgencyCodeCheck.Invalid(reason));
        assertThatThrownBy(() -> new AgencyCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "Nut", "nút", "a_b", "a.b", "-ab"})
    void refusesOddNamesOfNodes(String name) {
        assertThatThrownBy(() -> new NodeId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsTheNewestOfTheValidCodes() {
        CodeValidity old = new CodeValidity(new AgencyCode("000.00.00.H37"), Instant.EPOCH, START.plusSeconds(60));
        CodeValidity now = new CodeValidity(new AgencyCode("H37"), START, null);
        Agency agency = agency(List.of(old, now));
        assertThat(agency.codeAt(START.minusMillis(1))).contains(old.code());
        assertThat(agency.codeAt(START)).contains(now.code());
        assertThat(agency.hasCode(old.code(), START)).isTrue();
        assertThat(agency.hasCode(old.code(), START.plusSeconds(60))).isFalse();
    }

    @Test
    void refusesTheSameCodeTwiceAtTheSameTime() {
        CodeValidity first = new CodeValidity(new AgencyCode("H37"), START, null);
        CodeValidity later = new CodeValidity(new AgencyCode("H37"), START.plusSeconds(1), null);
        assertThatThrownBy(() -> agency(List.of(first, later))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agency(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CodeValidity(new AgencyCode("H37"), START, START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Agency agency(List<CodeValidity> codes) {
        return new Agency(new AgencyId(new UUID(1, 2)), Bloc.GOVERNMENT, "UBND tỉnh Lạng Sơn", codes, null);
    }
}
