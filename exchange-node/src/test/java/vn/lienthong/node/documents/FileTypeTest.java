package vn.lienthong.node.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"phu luc.exe", "a.pdf.js", "pdf", "", ".htaccess", "a.docm", "a.zip"})
    void refusesNamesOfOtherKinds(String name) {
        assertThat(FileType.byName(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tờ trình.PDF", "bảng.xlsx", "ảnh.JPEG", "x.jpg", "x.png", "x.xml", "x.docx"})
    void knowsTheKindsThatAreSent(String name) {
        assertThat(FileType.byName(name)).isPresent();
    }

    @Test
    void doesNotBelieveTheNameAlone() {
        assertThat(FileType.PDF.fits("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(FileType.PDF.fits("MZ".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(FileType.DOCX.fits(new byte[] {'P', 'K', 3, 4})).isTrue();
        assertThat(FileType.DOCX.fits(new byte[0])).isFalse();
        assertThat(FileType.JPEG.fits(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isTrue();
        assertThat(FileType.PNG.fits(new byte[] {(byte) 0xFF, 'P', 'N', 'G'})).isFalse();
        assertThat(FileType.XML.fits("<a/>".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }
}
