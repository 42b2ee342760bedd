package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeTextTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "100k, 102400", "20M, 20971520", "1g, 1073741824", "1024g, 1099511627776"})
    void readsSizes(String text, long octets) {
        assertThat(new SizeText().convert(text)).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "0", "-1", "1.5m", "100kb", "1025g", "9999999999999"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> new SizeText().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
