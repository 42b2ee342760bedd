package vn.lienthong.crypto.internal.pdf;

import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;

/** What each signature covers, and what came after the last one. Validity is not judged here. */
final class SignedRanges {

    private static final String TIMESTAMP = "ETSI.RFC3161";
    private static final COSName PERMISSIONS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

    private final byte[] pdf;
    private final PDDocument document;
    private final FindingLog log;

    SignedRanges(byte[] pdf, PDDocument document, FindingLog log) {
        this.pdf = pdf;
        this.document = document;
        this.log = log;
    }

    /** The octets of one signature: signed from 0 to {@code gap}, and from {@code resume} to {@code end}. */
    private record Range(int gap, int resume, int end, boolean timestamp) {}

    void run() throws IOException {
        List<PDSignature> signatures = document.getSignatureDictionaries();
        List<Range> ranges = signatures.stream()
                .filter(this::wellFormed)
                .map(SignedRanges::range)
                .sorted(Comparator.comparingInt(Range::end))
                .toList();
        if (ranges.size() < signatures.size()) {
            log.block(Kind.BYTE_RANGE);
        }
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).gap() < ranges.get(i - 1).end()) {
                log.block(Kind.BYTE_RANGE);
            }
        }
        List<Range> approvals =
                ranges.stream().filter(range -> !range.timestamp()).toList();
        if (!approvals.isEmpty()) {
            checkEnd(approvals.getLast());
            checkCertified();
        }
    }

    private boolean wellFormed(PDSignature signature) {
        int[] range = signature.getByteRange();
        if (range == null || range.length != 4 || range[0] != 0 || range[1] < 1 || range[3] < 1) {
            return false;
        }
        long end = (long) range[2] + range[3];
        if (range[2] <= range[1] + 2 || end > pdf.length) {
            return false;
        }
        if (pdf[range[1]] != '<' || pdf[range[2] - 1] != '>' || !followsContents(range[1])) {
            return false;
        }
        return valueAndPadding(Arrays.copyOfRange(pdf, range[1] + 1, range[2] - 1));
    }

    private boolean followsContents(int gap) {
        int from = Math.max(0, gap - 32);
        return new String(pdf, from, gap - from, StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .endsWith("/Contents");
    }

    private boolean valueAndPadding(byte[] hex) {
        try {
            byte[] value = HexFormat.of().parseHex(new String(hex, StandardCharsets.ISO_8859_1));
            if (ZeroPaddedCms.withoutPadding(value).length == 0) {
                log.block(Kind.SIGNATURE_PADDING);
            }
            return true;
        } catch (DSSException e) {
            log.block(Kind.SIGNATURE_PADDING);
            return true;
        } catch (IllegalArgumentException e) {
            // Something other than hexadecimal digits sits in the gap that nobody signs.
            return false;
        }
    }

    private static Range range(PDSignature signature) {
        int[] range = signature.getByteRange();
        return new Range(range[1], range[2], range[2] + range[3], TIMESTAMP.equals(signature.getSubFilter()));
    }

    private void checkEnd(Range last) throws IOException {
        if (last.end() == pdf.length) {
            return;
        }
        log.checkDeadline();
        try (PDDocument signed = IntakeInspection.load(Arrays.copyOf(pdf, last.end()))) {
            if (!new LaterRevisions(signed, document).addOnlyValidationData()) {
                log.block(Kind.LATER_CHANGES);
            }
        }
    }

    private void checkCertified() {
        COSDictionary permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(PERMISSIONS);
        if (permissions == null || permissions.getCOSDictionary(DOC_MDP) == null) {
            log.warn(Kind.NOT_CERTIFIED, "");
        }
    }
}
