package vn.lienthong.node.outgoing.internal.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgencyNamesTest {

    @Test
    void spellsAbbreviationsOut() {
        assertThat(AgencyNames.canonical("UBND xã Hương Giang"))
                .isEqualTo(AgencyNames.canonical("Ủy ban nhân dân xã HƯƠNG GIANG"));
        assertThat(AgencyNames.canonical("Uỷ ban MTTQ tỉnh"))
                .isEqualTo(AgencyNames.canonical("Ủy ban Mặt trận Tổ quốc tỉnh"));
    }

    @Test
    void keepsDifferentNamesApart() {
        assertThat(AgencyNames.canonical("Sở Y tế tỉnh A")).isNotEqualTo(AgencyNames.canonical("Sở Y tế tỉnh B"));
    }
}
