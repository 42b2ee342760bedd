package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfMarkTest {

    private static final String WORDS = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ";

    private static byte[] marked(byte[] pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfMark.write(pdf, WORDS, out);
        return out.toByteArray();
    }

    @Test
    void keepsWhatIsPrintedAndAddsTheWordsToEveryPage() throws IOException {
        ByteArrayOutputStream stamp = new ByteArrayOutputStream();
        ArrivalStampPdf.write(
                new ArrivalStamp("ỦY BAN NHÂN DÂN XÃ", "12", "20/11/2026", "", ""),
                ArrivalStampPdf.Paper.OVER_LEFT,
                stamp);
        byte[] marked = marked(stamp.toByteArray());
        Clock clock = Clock.systemUTC();
        assertThat(new PdfInspector(PdfInspectionLimits.STANDARD, clock)
                        .inspect(marked, clock.instant().plus(Duration.ofSeconds(20)))
                        .findings())
                .filteredOn(finding -> finding.severity() == PdfFinding.Severity.BLOCK)
                .isEmpty();
        assertThat(marked.length).isGreaterThan(stamp.size());
    }

    @Test
    void fitsTheSmallestStamp() throws IOException {
        ByteArrayOutputStream stamp = new ByteArrayOutputStream();
        ArrivalStampPdf.write(new ArrivalStamp("UBND", "1", "20/11/2026", "", ""), ArrivalStampPdf.Paper.ALONE, stamp);
        assertThat(marked(stamp.toByteArray())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesWhatIsNoPdf() {
        for (String text : List.of("", "no file")) {
            assertThatThrownBy(() -> marked(text.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(IOException.class);
        }
    }
}
