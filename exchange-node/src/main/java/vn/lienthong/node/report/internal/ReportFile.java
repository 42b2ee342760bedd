package vn.lienthong.node.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.crypto.pdf.RegisterSheet;
import vn.lienthong.crypto.pdf.RegisterSheetPdf;

/** Reports as files. */
enum ReportFile {
    /** For spreadsheets; figures are numbers, so that they add up. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(DrawnReport report, OutputStream out) throws IOException {
            SpreadsheetFile.write(report, out);
        }
    },
    /** Comma-separated, UTF-8 with a byte order mark. */
    CSV("text/csv") {
        @Override
        void write(DrawnReport report, OutputStream out) throws IOException {
            FlatRows grid = FlatRows.of(report);
            StringBuilder text = new StringBuilder("\uFEFF").append(line(grid.headings()));
            grid.rows()
                    .forEach(row -> text.append(
                            line(row.stream().map(FlatRows.Value::text).toList())));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    },
    /** For paper: A4 across. */
    PDF("application/pdf") {
        @Override
        void write(DrawnReport report, OutputStream out) throws IOException {
            FlatRows grid = FlatRows.of(report);
            RegisterSheet sheet = new RegisterSheet(
                    "", report.agency(), report.title(), List.of(report.period()), columns(grid), List.of(), List.of());
            RegisterSheetPdf.write(
                    sheet,
                    grid.rows().stream()
                            .map(row -> new RegisterSheet.Row(
                                    row.stream().map(FlatRows.Value::text).toList(), false))
                            .iterator(),
                    out);
        }
    };

    private final String mediaType;

    ReportFile(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract void write(DrawnReport report, OutputStream out) throws IOException;

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return switch (this) {
            case XLSX -> ".xlsx";
            case CSV -> ".csv";
            case PDF -> ".pdf";
        };
    }

    static Optional<ReportFile> of(String ending) {
        return Arrays.stream(values())
                .filter(file -> file.ending().equals("." + ending))
                .findFirst();
    }

    private static List<RegisterSheet.Column> columns(FlatRows grid) {
        return IntStream.range(0, grid.headings().size())
                .mapToObj(column -> new RegisterSheet.Column(
                        grid.headings().get(column), grid.widths().get(column), false))
                .toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ReportFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Spreadsheets take what begins with certain signs for a formula: those get an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+")
                ? "'" + text
                : text;
        return "\"" + safe.replace("\"", "\"\"").replaceAll("[\r\n]+", " ") + "\"";
    }
}
