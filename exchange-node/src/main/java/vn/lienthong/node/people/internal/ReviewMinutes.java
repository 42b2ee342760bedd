package vn.lienthong.node.people.internal;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.ProofSheet;
import vn.lienthong.crypto.pdf.ProofSheetPdf;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.people.internal.Review.Decision;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.PrintedMark;

/** The minutes of an access review: what was decided about each right, as a PDF that the node signs over every octet. */
@Component
@InNodeRole
class ReviewMinutes {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final NodeKeys keys;
    private final PrintedMark mark;
    private final JsonMapper json;

    ReviewMinutes(NodeKeys keys, PrintedMark mark, JsonMapper json) {
        this.keys = keys;
        this.mark = mark;
        this.json = json;
    }

    byte[] write(Review review, List<Review.Item> items, Person by, Instant now) throws IOException {
        byte[] list = json.writeValueAsString(lines(items)).getBytes(StandardCharsets.UTF_8);
        QrCode code = QrCode.encodeText(
                "LT-REVIEW|" + review.id() + "|" + Sha256.of(list).hex(), QrCode.Ecc.MEDIUM);
        ProofSheet sheet = new ProofSheet(
                "BIÊN BẢN RÀ SOÁT QUYỀN TRUY CẬP",
                "Minutes of an access review",
                facts(review, items, by, now),
                List.of("Người / Person", "Vai trò, cơ quan / Role, agency", "Kết luận / Decision"),
                items.stream().map(ReviewMinutes::row).toList(),
                List.of(
                        "Danh sách dạng máy đọc được đính kèm trong tệp này; chữ ký của nút phủ toàn bộ tệp, mã băm"
                                + " của tệp nằm trong nhật ký (review.close).",
                        "The list is attached inside in a machine-readable form; the node's signature covers all of it"
                                + " and its digest is in the log (review.close)."),
                new ProofSheet.Code(code.size, code::getModule),
                Map.of("review.json", list));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        mark.write(pdf -> ProofSheetPdf.write(sheet, pdf), page);
        return sealed(page.toByteArray(), now);
    }

    private List<ProofSheet.Fact> facts(Review review, List<Review.Item> items, Person by, Instant now) {
        long taken = items.stream()
                .filter(item -> "TAKEN".equals(item.answer().outcome()))
                .count();
        return List.of(
                new ProofSheet.Fact("Đợt rà soát / Review", review.title() + " (" + review.id() + ")"),
                new ProofSheet.Fact("Phạm vi / Scope", place(review.place())),
                new ProofSheet.Fact(
                        "Mở – đóng / Opened – closed", TIME.format(review.openedAt()) + " – " + TIME.format(now)),
                new ProofSheet.Fact(
                        "Người mở, người đóng / By",
                        review.openedBy().value() + ", " + by.login().value()),
                new ProofSheet.Fact("Nút / Node", keys.nodeId().value()),
                new ProofSheet.Fact(
                        "Kết quả / Result", items.size() + " quyền / rights, " + taken + " thu hồi / taken away"));
    }

    private static String place(@Nullable AgencyCode place) {
        return place == null ? "cả nút / whole node" : place.value();
    }

    private static List<String> row(Review.Item item) {
        return List.of(
                item.name() + "\n" + item.login().value(),
                item.role().name() + "\n" + place(item.place()),
                decided(item)
                        + (item.answer().note().isEmpty()
                                ? ""
                                : "\n" + item.answer().note()));
    }

    private static String decided(Review.Item item) {
        String outcome = item.answer().outcome();
        if (item.answer().decision() == Decision.KEEP) {
            return "Giữ / kept";
        }
        return "TAKEN".equals(outcome) ? "Thu hồi / taken away" : "Thu hồi: " + outcome;
    }

    private static List<Map<String, String>> lines(List<Review.Item> items) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (Review.Item item : items) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("account", item.login().value());
            line.put("role", item.role().name());
            line.put("agency", item.place() == null ? "" : item.place().value());
            line.put("decision", String.valueOf(item.answer().decision()));
            line.put("by", String.valueOf(item.answer().by()));
            line.put(
                    "outcome",
                    item.answer().outcome() == null ? "" : item.answer().outcome());
            lines.add(line);
        }
        return lines;
    }

    private byte[] sealed(byte[] page, Instant now) throws IOException {
        PdfSignRequest request =
                new PdfSignRequest("node", new SignatureAppearance.Invisible(), LaterChanges.NONE, now);
        try {
            return new PdfSigner().sign(page, request, keys.signingKey());
        } catch (PdfSigningException e) {
            throw new IllegalStateException("the node's key does not sign", e);
        }
    }
}
