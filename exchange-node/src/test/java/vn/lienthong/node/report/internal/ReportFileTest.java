package vn.lienthong.node.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import vn.lienthong.node.report.internal.ReportTable.Column;

class ReportFileTest {
    private static DrawnReport report() {
        SequencedMap<String, long[]> now = new LinkedHashMap<>();
        now.put("Phòng \"Tổng hợp\" & <Văn thư>", new long[] {12, 3});
        now.put("=HYPERLINK(1)", new long[] {1, 0});
        Figures figures = new Figures(2, now, Map.of("Văn phòng", new long[] {5, 5}));
        List<Column> columns = List.of(Column.text("a", 60), Column.figure("b"), Column.figure("c"));
        return new DrawnReport(
                "Tình hình",
                "UBND (H01)",
                "Từ ngày 01/10/2026 đến ngày 31/10/2026",
                List.of("Đơn vị", "Số văn bản", "Quá hạn"),
                figures.table(columns),
                "(kỳ trước)",
                "Tổng cộng");
    }

    private static byte[] written(ReportFile kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kind.write(report(), out);
        return out.toByteArray();
    }

    @Test
    void putsFiguresOfThePeriodBeforeIntoColumnsOfTheirOwn() {
        FlatRows grid = FlatRows.of(report());
        assertThat(grid.headings())
                .containsExactly("Đơn vị", "Số văn bản", "Số văn bản (kỳ trước)", "Quá hạn", "Quá hạn (kỳ trước)");
        assertThat(grid.rows().getLast().stream().map(FlatRows.Value::text))
                .containsExactly("Tổng cộng", "13", "5", "3", "5");
    }

    @Test
    void csvHasAMarkQuotesAndNoFormulas() throws IOException {
        String text = new String(written(ReportFile.CSV), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"Đơn vị\",");
        assertThat(text).contains("\"'=HYPERLINK(1)\",\"1\"", "\"Phòng \"\"Tổng hợp\"\" & <Văn thư>\"");
    }

    @Test
    void spreadsheetIsWellFormedAndHoldsNumbers() throws IOException, ParserConfigurationException, SAXException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(ReportFile.XLSX)))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                byte[] octets = zip.readAllBytes();
                var document = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(octets));
                assertThat(document.getDocumentElement()).isNotNull();
                parts.put(entry.getName(), new String(octets, StandardCharsets.UTF_8));
                entry = zip.getNextEntry();
            }
        }
        assertThat(parts).hasSize(6);
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<v>12</v>", "&lt;Văn thư&gt;", ">=HYPERLINK(1)<")
                .doesNotContain("<f>");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsFoundByItsEnding(ReportFile kind) throws IOException {
        assertThat(ReportFile.of(kind.ending().substring(1))).contains(kind);
        assertThat(written(kind)).isNotEmpty();
    }

    @Test
    void printsAsPdf() throws IOException {
        assertThat(new String(written(ReportFile.PDF), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(ReportFile.of("exe")).isEmpty();
    }
}
