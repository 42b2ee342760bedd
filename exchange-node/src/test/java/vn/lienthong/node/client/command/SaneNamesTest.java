package vn.lienthong.node.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaneNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Tờ trình số 1.pdf, Tờ trình số 1.pdf",
        "../../etc/passwd, etc-passwd",
        "C:\\Windows\\x.exe, C-Windows-x.exe",
        ".hidden, hidden",
        "125/TTr-UBND, 125-TTr-UBND",
        "CON.txt, _CON.txt",
        "'a\u0007b\u202ec', a-b-c",
        "'  ', fallback",
        "..., fallback"
    })
    void makesNamesOfOnePathElement(String given, String expected) {
        assertThat(SaneNames.of(given, "fallback")).isEqualTo(expected);
    }

    @Test
    void shortensLongNamesAndKeepsTheirEnding() {
        String name = SaneNames.of("ữ".repeat(200) + ".pdf", "x");

        assertThat(name).endsWith("ữ.pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(120);
    }
}
