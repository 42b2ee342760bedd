package vn.lienthong.node.sandbox.internal;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.ProofSheet;
import vn.lienthong.crypto.pdf.ProofSheetPdf;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.Conformance;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.web.PrintedMark;

/** The report on one page, with the machine-readable report attached inside, sealed by the node over every octet. */
@Component
@InSandbox
class ConformanceSheet {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", VIETNAMESE).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final NodeKeys keys;
    private final PrintedMark mark;
    private final JsonMapper json;
    private final InstantSource clock;

    ConformanceSheet(NodeKeys keys, PrintedMark mark, JsonMapper json, InstantSource clock) {
        this.keys = keys;
        this.mark = mark;
        this.json = json;
        this.clock = clock;
    }

    byte[] of(Conformance report) throws IOException {
        byte[] octets = json.writeValueAsString(ConformanceAnswer.of(report)).getBytes(StandardCharsets.UTF_8);
        QrCode code = QrCode.encodeText(
                "LT-CONFORMANCE|" + report.runId() + "|" + Sha256.of(octets).hex(), QrCode.Ecc.MEDIUM);
        ProofSheet sheet = new ProofSheet(
                "KẾT QUẢ THỬ KẾT NỐI HỆ THỐNG QUẢN LÝ VĂN BẢN",
                "Conformance report of a document-management system – made in a sandbox",
                facts(report),
                List.of("Nội dung / Check", "Bắt buộc / Required", "Kết quả / Seen at"),
                report.items().stream().map(ConformanceSheet::row).toList(),
                notes(),
                new ProofSheet.Code(code.size, code::getModule),
                Map.of("conformance.json", octets));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        mark.write(pdf -> ProofSheetPdf.write(sheet, pdf), page);
        return sealed(page.toByteArray());
    }

    private List<ProofSheet.Fact> facts(Conformance report) {
        return List.of(
                new ProofSheet.Fact(
                        "Hệ thống / System", report.system().isEmpty() ? "(chưa đặt tên / unnamed)" : report.system()),
                new ProofSheet.Fact(
                        "Cơ quan / Agency",
                        SandboxAgency.of(report.agency())
                                        .map(SandboxAgency::title)
                                        .orElse("") + " (" + report.agency() + ")"),
                new ProofSheet.Fact("Lần thử / Run", report.runId().toString()),
                new ProofSheet.Fact(
                        "Từ – đến / From – to", TIME.format(report.begunAt()) + " – " + TIME.format(report.readAt())),
                new ProofSheet.Fact("Nút / Node", keys.nodeId().value()),
                new ProofSheet.Fact("Kết luận / Result", verdict(report)));
    }

    private static String verdict(Conformance report) {
        return (report.isPassed() ? "ĐẠT / PASSED" : "CHƯA ĐẠT / NOT PASSED") + " – " + report.seen() + "/"
                + report.items().size();
    }

    private static List<String> row(Conformance.Item item) {
        Instant seen = item.seenAt();
        return List.of(
                item.check().words(VIETNAMESE) + "\n" + item.check().words(Locale.ENGLISH),
                item.check().isRequired() ? "có / yes" : "không / no",
                seen == null ? "chưa thấy / not seen" : TIME.format(seen));
    }

    private static List<String> notes() {
        return List.of(
                "Mỗi dòng được đọc từ những gì thực sự đã xảy ra trong môi trường thử. Báo cáo dạng máy đọc được đính"
                    + " kèm trong tệp PDF này; chữ ký của nút phủ toàn bộ tệp. Kết quả không phải là văn bản pháp lý.",
                "Each line is read from what really happened in the sandbox. The machine-readable report is attached"
                        + " inside this PDF; the node's signature covers all of it. The result has no legal effect.");
    }

    private byte[] sealed(byte[] page) throws IOException {
        PdfSignRequest request =
                new PdfSignRequest("node", new SignatureAppearance.Invisible(), LaterChanges.NONE, clock.instant());
        try {
            return new PdfSigner().sign(page, request, keys.signingKey());
        } catch (PdfSigningException e) {
            throw new IllegalStateException("the node's key does not seal", e);
        }
    }
}
