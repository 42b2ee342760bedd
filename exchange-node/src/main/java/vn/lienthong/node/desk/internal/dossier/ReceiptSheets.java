package vn.lienthong.node.desk.internal.dossier;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.ProofSheet;
import vn.lienthong.crypto.pdf.ProofSheetPdf;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.node.client.proof.ProofContents;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.client.proof.ProofWords;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.PrintedMark;
import vn.lienthong.node.web.ReceiptSource.Standing;

/** The receipt of one delivery on one page, with evidence and proofs attached inside. */
@InNodeRole
@Component
public class ReceiptSheets {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Dossiers dossiers;
    private final DossierParts parts;
    private final ReceiptBook receipts;
    private final DirectoryView directory;
    private final NodeKeys keys;
    private final PrintedMark mark;
    private final InstantSource clock;

    ReceiptSheets(
            Dossiers dossiers,
            DossierParts parts,
            ReceiptBook receipts,
            DirectoryView directory,
            NodeKeys keys,
            PrintedMark mark,
            InstantSource clock) {
        this.dossiers = dossiers;
        this.parts = parts;
        this.receipts = receipts;
        this.directory = directory;
        this.keys = keys;
        this.mark = mark;
        this.clock = clock;
    }

    /**
     * The receipt of the delivery to one recipient; empty when there is no evidence about it.
     *
     * @param title what the document is about, shown only when the clerk asks for it; null otherwise
     */
    public Optional<Download> of(Dossiers.Subject subject, AgencyCode recipient, @Nullable String title) {
        List<StoredEvidence> evidence = about(dossiers.evidence(subject), recipient);
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Download(
                "bien-nhan-" + subject.parcelId() + "-" + recipient + ".pdf",
                "application/pdf",
                -1,
                out -> write(subject, recipient, title, evidence, out)));
    }

    /** Tells of each recipient how far the receipt of its delivery is proven, by all evidence about the parcel. */
    public Function<AgencyCode, Standing> standings(List<StoredEvidence> all) {
        Map<EvidenceId, Receipt> complete = receipts.complete(
                all.stream().map(stored -> stored.evidence().id()).toList());
        return recipient -> standing(about(all, recipient), complete);
    }

    private static Standing standing(List<StoredEvidence> pieces, Map<EvidenceId, Receipt> complete) {
        List<Receipt> found = pieces.stream()
                .flatMap(stored ->
                        Optional.ofNullable(complete.get(stored.evidence().id())).stream())
                .toList();
        return new Standing(
                pieces.size(),
                found.size(),
                found.isEmpty() ? 0 : found.getLast().witnesses());
    }

    private static List<StoredEvidence> about(List<StoredEvidence> all, AgencyCode recipient) {
        return all.stream()
                .filter(stored -> {
                    AgencyCode about = stored.evidence().subject().recipient();
                    return about == null || about.equals(recipient);
                })
                .toList();
    }

    private void write(
            Dossiers.Subject subject,
            AgencyCode recipient,
            @Nullable String title,
            List<StoredEvidence> evidence,
            OutputStream out)
            throws IOException {
        Map<EvidenceId, Receipt> complete = receipts.complete(
                evidence.stream().map(stored -> stored.evidence().id()).toList());
        StoredEvidence last = evidence.getLast();
        QrCode code = QrCode.encodeText(
                code(last, Optional.ofNullable(complete.get(last.evidence().id()))), QrCode.Ecc.MEDIUM);
        ProofSheet sheet = new ProofSheet(
                "BIÊN NHẬN GIAO NHẬN VĂN BẢN ĐIỆN TỬ",
                "Receipt of an electronic delivery – check offline: lienthong verify FILE.pdf",
                facts(subject, recipient, title, last.evidence()),
                List.of("Sự kiện / Event", "Thời điểm / Time", "Nút / Node", "Nhật ký / Log"),
                evidence.stream()
                        .map(stored -> row(
                                stored.evidence(),
                                Optional.ofNullable(
                                        complete.get(stored.evidence().id()))))
                        .toList(),
                notes(),
                new ProofSheet.Code(code.size, code::getModule),
                attachments(subject, evidence));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        mark.write(pdf -> ProofSheetPdf.write(sheet, pdf), page);
        out.write(sealed(page.toByteArray()));
    }

    /** With the node's key, over every octet: what is printed on the page is as sealed as what is attached. */
    private byte[] sealed(byte[] page) throws IOException {
        PdfSignRequest request = new PdfSignRequest(
                ProofFiles.SEAL, new SignatureAppearance.Invisible(), LaterChanges.NONE, clock.instant());
        try {
            return new PdfSigner().sign(page, request, keys.signingKey());
        } catch (PdfSigningException e) {
            throw new IllegalStateException("the node's key does not seal", e);
        }
    }

    private Map<String, byte[]> attachments(Dossiers.Subject subject, List<StoredEvidence> evidence)
            throws IOException {
        DossierParts.Parts made = parts.of(evidence, null);
        ProofContents contents = new ProofContents(
                ProofContents.VERSION,
                ProofContents.Kind.RECEIPT,
                subject.parcelId().toString(),
                null,
                keys.nodeId(),
                clock.instant(),
                subject.packageSha512(),
                false,
                made.pieces());
        Map<String, byte[]> attachments = new LinkedHashMap<>(made.files());
        attachments.put(ProofFiles.CONTENTS, contents.encode());
        return attachments;
    }

    private List<ProofSheet.Fact> facts(
            Dossiers.Subject subject, AgencyCode recipient, @Nullable String title, Evidence last) {
        List<ProofSheet.Fact> facts = new ArrayList<>();
        facts.add(new ProofSheet.Fact("Bên gửi / Sender", named(last.subject().sender(), last.time())));
        facts.add(new ProofSheet.Fact("Bên nhận / Recipient", named(recipient, last.time())));
        facts.add(new ProofSheet.Fact("Mã kiện tin / Parcel", subject.parcelId().toString()));
        if (title != null) {
            facts.add(new ProofSheet.Fact("Trích yếu / Subject", title));
        }
        facts.add(new ProofSheet.Fact(
                "SHA-512 của gói văn bản / of the signed package", grouped(subject.packageSha512())));
        return facts;
    }

    /** Sixteen digits and a space, so that lines break and eyes find their way. */
    private static String grouped(String hex) {
        return hex.replaceAll("(.{16})(?!$)", "$1 ");
    }

    private String named(AgencyCode code, Instant at) {
        return directory
                .current()
                .agency(code, at)
                .map(entry -> entry.agency().name() + " (" + code + ")")
                .orElse(code.value());
    }

    private static List<String> row(Evidence evidence, Optional<Receipt> receipt) {
        String claim = evidence.claim() == null ? "" : " [" + evidence.claim().code() + "]";
        String log = receipt.map(found ->
                        "vị trí / place " + found.index() + ", " + found.witnesses() + " bên làm chứng / witnesses")
                .orElse("đang chờ / pending");
        return List.of(
                evidence.event().code() + claim + " – " + ProofWords.vietnamese(evidence.event()) + "\n"
                        + evidence.event().event(),
                ProofWords.time(evidence.time(), VIETNAMESE),
                evidence.issuer().node().value(),
                log);
    }

    private static List<String> notes() {
        return List.of(
                "Chứng cứ, chữ ký, biên nhận của nhật ký và danh mục khóa được đính kèm bên trong tệp PDF này; ai giữ"
                        + " tệp đều kiểm chứng được mà không cần hỏi máy chủ nào. Bản in chỉ để đọc; mã QR cho phép tìm"
                        + " lại mục trong nhật ký công khai. Biên nhận không chứng minh rằng ai đó đã đọc văn bản.",
                "Evidence, signatures, receipts of the logs and the directory of keys are attached inside this PDF;"
                        + " whoever holds the file can check it without asking any server. The printed page is for"
                        + " reading; the QR code finds the entry in the public log. This receipt does not prove that"
                        + " anybody has read the document.");
    }

    /** {@code LT1|evidence id|sha256|origin|index|size|root}; the last four are missing while the receipt is pending. */
    private static String code(StoredEvidence stored, Optional<Receipt> receipt) {
        String head =
                "LT1|" + stored.evidence().id() + "|" + stored.signed().sha256().hex();
        return receipt.map(found -> head + "|" + place(found)).orElse(head);
    }

    private static String place(Receipt receipt) {
        try {
            LogReceipt parsed = LogReceipt.parse(receipt.logProof().toByteArray());
            return parsed.checkpoint().origin() + "|" + receipt.index() + "|" + receipt.size() + "|"
                    + parsed.checkpoint().root().toBase64();
        } catch (LogFormatException e) {
            throw new IllegalStateException("a receipt that was verified does not read", e);
        }
    }
}
