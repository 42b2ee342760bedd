package vn.lienthong.node.listing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.ListExport;

class ListWritingTest {
    private static final LocalDate DAY = LocalDate.of(2026, Month.APRIL, 5);

    private static ListExport list(List<List<Cell>> rows) {
        return new ListExport(
                "Sổ văn bản đến: năm 2026 [bản nháp]",
                "so-den",
                new AgencyCode("H37"),
                List.of(new ListExport.Column("Số đến", 10), new ListExport.Column("Trích yếu", 40)),
                rows::iterator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "%0A"})
    void letsNoTextBeAFormulaInCsv(String text) {
        assertThat(CsvWriting.field(new Cell.Text(text))).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Công văn|Công văn",
                "a,b|\"a,b\"",
                "x;y|\"x;y\"",
                "nói \"có\"|\"nói \"\"có\"\"\"",
                "05/QĐ-UBND|05/QĐ-UBND"
            })
    void quotesWhatNeedsQuotes(String text, String expected) {
        assertThat(CsvWriting.field(new Cell.Text(text))).isEqualTo(expected);
    }

    @Test
    void writesCsvThatExcelReads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriting.write(list(List.of(List.of(new Cell.Count(1024), new Cell.Text("Về việc\nhọp")))), out, _ -> {});
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffSố đến,Trích yếu\r\n1024,\"Về việc\nhọp\"\r\n");
        assertThat(CsvWriting.field(new Cell.Day(DAY))).isEqualTo("05/04/2026");
        assertThat(CsvWriting.field(Cell.EMPTY)).isEmpty();
    }

    @Test
    void writesWorkbooksWithNumbersDatesAndTexts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<List<Cell>> rows = List.of(
                List.of(new Cell.Count(7), new Cell.Text("=HYPERLINK(\"x\")")),
                List.of(new Cell.Day(DAY), new Cell.Text("Ủy ban\u0001 nhân dân")));
        WorkbookWriting.write(list(rows), out, _ -> {});
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                Stream<Row> read = book.getFirstSheet().openStream()) {
            List<Row> lines = read.toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1).getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("7");
            assertThat(lines.get(1).getCell(1).getFormula()).isNull();
            assertThat(lines.get(1).getCellText(1)).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(lines.get(2).getCellAsDate(0).orElseThrow()).isEqualTo(DAY.atStartOfDay());
            assertThat(lines.get(2).getCellText(1)).isEqualTo("Ủy ban  nhân dân");
        }
    }

    @Test
    void leavesNothingReadableOnTheDisk(@TempDir Path directory) throws IOException {
        Path kept = directory.resolve("listings");
        ListFiles files = new ListFiles(kept);
        PayloadKey key = PayloadKey.generate();
        UUID id = UUID.nameUUIDFromBytes(new byte[] {7});
        try (OutputStream out = files.create(id, key)) {
            out.write("Quyết định phê duyệt".getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> all = Files.list(kept)) {
            for (Path file : all.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("phê duyệt");
            }
        }
        try (InputStream in = files.open(id, key)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Quyết định phê duyệt");
        }
        assertThatThrownBy(() -> {
                    try (InputStream in = files.open(id, PayloadKey.generate())) {
                        assertThat(in.readAllBytes()).isEmpty();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void deletesWhatAnEarlierRunHasLeft(@TempDir Path directory) throws IOException {
        Path kept = Files.createDirectories(directory.resolve("listings"));
        Path left = Files.writeString(kept.resolve("a.sealed"), "x");
        assertThat(new ListFiles(kept)).isNotNull();
        assertThat(left).doesNotExist();
    }
}
