package vn.lienthong.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.core.party.Bloc;

class DocumentTypesTest {

    @Test
    void knowsThe29AdministrativeTypes() {
        assertThat(DocumentTypes.ADMINISTRATIVE).hasSize(29);
        assertThat(DocumentTypes.ADMINISTRATIVE)
                .filteredOn(type -> type.abbreviation().isEmpty())
                .extracting(ListedType::name)
                .containsExactly("Công văn", "Thư công");
    }

    @ParameterizedTest
    @EnumSource
    void namesEachTypeOnceInABloc(Bloc bloc) {
        List<ListedType> types = DocumentTypes.of(bloc);
        assertThat(types).extracting(ListedType::name).doesNotHaveDuplicates();
        assertThat(types).extracting(ListedType::seriesName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "GOVERNMENT, quyết định, QĐ",
        "GOVERNMENT, QUYẾT ĐỊNH, QĐ",
        "GOVERNMENT, to trinh, TTr",
        "GOVERNMENT, Công văn, ''",
        "GOVERNMENT, '', ''",
        "PARTY, Công văn, CV",
        "PARTY, ket luan, KL",
        "GOVERNMENT, Báo cáo thẩm định, BCTĐ"
    })
    void findsTypesHoweverTheyAreTyped(Bloc bloc, String name, String abbreviation) {
        assertThat(DocumentTypes.orUnlisted(bloc, name).abbreviation()).isEqualTo(abbreviation);
    }

    @Test
    void doesNotGuessBetweenTypesThatOnlyAccentsTellApart() {
        assertThat(DocumentTypes.find(DocumentTypes.ADMINISTRATIVE, "quy dinh")).isPresent();
        List<ListedType> alike = List.of(new ListedType("Đề án", "ĐA", false), new ListedType("Dê an", "DA", false));
        assertThat(DocumentTypes.find(alike, "de an")).isEmpty();
        assertThat(DocumentTypes.find(alike, "Đề án")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Ủy ban nhân dân tỉnh Lạng Sơn, UBND",
        "UỶ BAN NHÂN DÂN XÃ A, UBND",
        "Hội đồng nhân dân tỉnh, HĐND",
        "Tỉnh ủy Nghệ An, TU",
        "Sở Tài chính, STC",
        "Đảng ủy Khối, ĐU",
        "2026, CQ"
    })
    void suggestsSymbolsOfAgencies(String name, String symbol) {
        assertThat(AgencySymbol.suggest(name)).isEqualTo(symbol);
    }
}
