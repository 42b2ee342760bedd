package vn.lienthong.node.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** One sheet in Office Open XML: title, agency and period above, bold headings, numbers as numbers. */
final class SpreadsheetFile {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PLAIN = "0";
    private static final String BOLD = "1";

    private SpreadsheetFile() {}

    static void write(DrawnReport report, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "[Content_Types].xml", types());
        put(zip, "_rels/.rels", relation(OFFICE + "/officeDocument", "xl/workbook.xml"));
        put(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Report\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        put(zip, "xl/_rels/workbook.xml.rels", relations());
        put(zip, "xl/styles.xml", styles());
        put(zip, "xl/worksheets/sheet1.xml", sheet(report));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind + "styles+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + kind
                + "worksheet+xml\"/></Types>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + type + "\" Target=\""
                + target + "\"/></Relationships>";
    }

    private static String relations() {
        return relation(OFFICE + "/worksheet", "worksheets/sheet1.xml")
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId2\" Type=\"" + OFFICE
                                + "/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";
    }

    private static String sheet(DrawnReport report) {
        FlatRows grid = FlatRows.of(report);
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><cols>");
        for (int column = 0; column < grid.widths().size(); column++) {
            sheet.append("<col min=\"")
                    .append(column + 1)
                    .append("\" max=\"")
                    .append(column + 1)
                    .append("\" width=\"")
                    .append(Math.max(10, grid.widths().get(column) / 2))
                    .append("\" customWidth=\"1\"/>");
        }
        sheet.append("</cols><sheetData>")
                .append(words(List.of(report.title()), BOLD))
                .append(words(List.of(report.agency()), PLAIN))
                .append(words(List.of(report.period()), PLAIN))
                .append("<row/>")
                .append(words(grid.headings(), BOLD));
        grid.rows()
                .forEach(row -> sheet.append("<row>")
                        .append(row.stream().map(SpreadsheetFile::cell).collect(Collectors.joining()))
                        .append("</row>"));
        return sheet.append("</sheetData></worksheet>").toString();
    }

    private static String words(List<String> cells, String style) {
        return cells.stream().map(text -> words(text, style)).collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static String words(String text, String style) {
        return "<c t=\"inlineStr\" s=\"" + style + "\"><is><t xml:space=\"preserve\">" + escaped(text)
                + "</t></is></c>";
    }

    private static String cell(FlatRows.Value value) {
        return switch (value) {
            case FlatRows.Value.Words words -> words(words.words(), PLAIN);
            case FlatRows.Value.Amount number -> number(number.number());
        };
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "<c/>" : "<c><v>" + number.toPlainString() + "</v></c>";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
