package vn.lienthong.node.desk.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges as RFC 9110 §14 has them. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=5-,5,95", "bytes=-7,93,7", "bytes=99-500,99,1", "bytes=-500,0,100"})
    void readsOneRange(String header, long from, long length) {
        assertThat(ByteRange.read(header, 100)).isEqualTo(new ByteRange.Part(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void noticesRangesBehindTheEnd(String header) {
        assertThat(ByteRange.read(header, 100)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=0-1,5-6",
                "octets=0-1",
                "bytes=a-b",
                "bytes=0--1",
                "bytes=99999999999999999999-"
            })
    void answersTheWholeToWhateverElse(String header) {
        assertThat(ByteRange.read(header, 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void answersTheWholeWithoutHeader() {
        assertThat(ByteRange.read(null, 100)).isEqualTo(new ByteRange.Whole());
    }
}
