package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.signatures.PdfPKCS7;
import com.itextpdf.signatures.SignatureUtil;
import com.itextpdf.signatures.validation.ValidatorChainBuilder;
import com.itextpdf.signatures.validation.context.CertificateSource;
import com.itextpdf.signatures.validation.context.TimeBasedContext;
import com.itextpdf.signatures.validation.context.ValidationContext;
import com.itextpdf.signatures.validation.context.ValidatorContext;
import com.itextpdf.signatures.validation.report.ReportItem;
import com.itextpdf.signatures.validation.report.ValidationReport;
import com.itextpdf.signatures.validation.report.ValidationReport.ValidationResult;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What iText says about integrity and about the revisions of a document. It judges no trust and opens no connection. */
final class SecondOpinion {

    private final Map<String, FieldState> fields;
    private final @Nullable String objection;

    private SecondOpinion(Map<String, FieldState> fields, @Nullable String objection) {
        this.fields = fields;
        this.objection = objection;
    }

    private record FieldState(boolean intact, boolean coversAll, boolean documentTimestamp) {}

    static SecondOpinion of(byte[] pdf) throws IOException {
        try (PdfDocument document = new PdfDocument(BoundedReader.open(pdf))) {
            SignatureUtil signatures = new SignatureUtil(document);
            Map<String, FieldState> fields = new LinkedHashMap<>();
            for (String name : signatures.getSignatureNames()) {
                fields.put(name, state(signatures, name));
            }
            String overlap = WidgetOverlap.find(document);
            String revisions = fields.isEmpty() ? null : revisions(document);
            return new SecondOpinion(fields, revisions == null ? overlap : revisions);
        }
    }

    int signatures() {
        return (int) fields.values().stream()
                .filter(state -> !state.documentTimestamp())
                .count();
    }

    boolean integrityOf(String field) {
        FieldState state = fields.get(field);
        return state != null && state.intact();
    }

    boolean coversWholeDocument(String field) {
        FieldState state = fields.get(field);
        return state != null && state.coversAll();
    }

    Optional<String> objection() {
        return Optional.ofNullable(objection);
    }

    private static FieldState state(SignatureUtil signatures, String name) {
        boolean timestamp =
                PdfName.ETSI_RFC3161.equals(signatures.getSignature(name).getSubFilter());
        return new FieldState(intact(signatures, name), signatures.signatureCoversWholeDocument(name), timestamp);
    }

    private static boolean intact(SignatureUtil signatures, String name) {
        try {
            PdfPKCS7 signature = signatures.readSignatureData(name);
            return signature.verifySignatureIntegrityAndAuthenticity();
        } catch (GeneralSecurityException | PdfException e) {
            return false;
        }
    }

    private static @Nullable String revisions(PdfDocument document) {
        ValidationReport report = new ValidatorChainBuilder()
                .buildDocumentRevisionsValidator()
                .validateAllDocumentRevisions(
                        new ValidationContext(
                                ValidatorContext.DOCUMENT_REVISIONS_VALIDATOR,
                                CertificateSource.SIGNER_CERT,
                                TimeBasedContext.PRESENT),
                        document);
        if (report.getValidationResult() == ValidationResult.VALID) {
            return null;
        }
        return report.getFailures().stream()
                .map(ReportItem::getMessage)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
    }
}
