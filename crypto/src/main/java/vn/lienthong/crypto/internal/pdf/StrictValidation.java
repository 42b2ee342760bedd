package vn.lienthong.crypto.internal.pdf;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.reports.Reports;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfVerdict;
import vn.lienthong.crypto.pdf.PdfVerdict.Indeterminate;
import vn.lienthong.crypto.pdf.PdfVerdict.Invalid;
import vn.lienthong.crypto.pdf.PdfVerdict.Valid;

/** DSS under the strict policy of {@code constraint.xml}, then the second opinion. */
public final class StrictValidation {

    private static final String ANNOTATIONS_MODIFIED = "Page annotations were unexpectedly modified.";

    private final PdfTrust trust;
    private final InstantSource clock;
    private final ValidationPolicy policy;

    /** Loads the policy. */
    public StrictValidation(PdfTrust trust, InstantSource clock) {
        ZeroPaddedCms.requireActive();
        this.trust = trust;
        this.clock = clock;
        this.policy = policy();
    }

    /** Validates a document; whatever a parser throws at hostile bytes means unreadable. */
    public PdfValidation validate(byte[] pdf) {
        try {
            Reports reports = reports(pdf);
            SecondOpinion second = SecondOpinion.of(pdf);
            List<PdfSignatureCheck> checks = checks(reports, second);
            if (checks.isEmpty() && second.signatures() == 0) {
                return new PdfValidation.Unsigned();
            }
            if (checks.isEmpty()) {
                return new PdfValidation.Unreadable("signature fields without a readable signature");
            }
            return new PdfValidation.Signed(checks, overall(checks, second));
        } catch (IOException | RuntimeException e) {
            // Every parse that throws anything is a refusal.
            return new PdfValidation.Unreadable(e.getClass().getSimpleName());
        }
    }

    private Reports reports(byte[] pdf) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier());
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setEnableEtsiValidationReport(false);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        return validator.validateDocument(policy);
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        trust.anchors().forEach(anchor -> anchors.addCertificate(new CertificateToken(anchor)));
        // "true" leaves out every source that reaches for the network.
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        if (!trust.revocationLists().isEmpty()) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(trust.revocationLists().stream()
                    .map(StrictValidation::stream)
                    .toArray(InputStream[]::new)));
        }
        return verifier;
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalArgumentException("a revocation list that was read cannot be written", e);
        }
    }

    private static List<PdfSignatureCheck> checks(Reports reports, SecondOpinion second) {
        DiagnosticData data = reports.getDiagnosticData();
        List<PdfSignatureCheck> checks = new ArrayList<>();
        for (SignatureWrapper signature : data.getSignatures()) {
            String field = field(signature);
            checks.add(new PdfSignatureCheck(
                    field,
                    signer(signature),
                    signingTime(reports.getSimpleReport(), signature),
                    second.coversWholeDocument(field),
                    verdict(reports.getSimpleReport(), signature, second),
                    SignerChain.of(signature)));
        }
        return checks;
    }

    private static String field(SignatureWrapper signature) {
        List<String> names = signature.getPDFRevision().getSignatureFieldNames();
        return names == null || names.isEmpty() ? "" : names.getFirst();
    }

    private static String signer(SignatureWrapper signature) {
        if (signature.getSigningCertificate() == null) {
            return "";
        }
        String name = signature.getSigningCertificate().getCommonName();
        return name == null ? "" : name;
    }

    private static Instant signingTime(SimpleReport report, SignatureWrapper signature) {
        return Optional.ofNullable(
                        signature.getSignatureTimestamps().isEmpty()
                                ? signature.getClaimedSigningTime()
                                : report.getBestSignatureTime(signature.getId()))
                .map(Date::toInstant)
                .orElse(Instant.EPOCH);
    }

    private static PdfVerdict verdict(SimpleReport report, SignatureWrapper signature, SecondOpinion second) {
        Indication indication = report.getIndication(signature.getId());
        if (indication == Indication.TOTAL_FAILED || indication == Indication.FAILED) {
            return new Invalid(reason(report, signature));
        }
        if (indication != Indication.TOTAL_PASSED && indication != Indication.PASSED) {
            return tampered(signature)
                    ? new Invalid(reason(report, signature))
                    : new Indeterminate(reason(report, signature));
        }
        return second.integrityOf(field(signature)) ? new Valid() : new Invalid("the second library finds it broken");
    }

    /** DSS calls changes after signing "indeterminate"; for an official document they are a forgery. */
    private static boolean tampered(SignatureWrapper signature) {
        return !signature.isSignatureIntact()
                || !signature.getPDFRevision().isSignatureByteRangeValid()
                || !signature.getPDFRevision().isPdfSignatureDictionaryConsistent()
                || !none(signature.getPDFRevision().getPdfVisualDifferenceConcernedPages())
                || !none(signature.getPDFRevision().getPdfPageDifferenceConcernedPages())
                || !signature.getPDFRevision().getPdfAnnotationChanges().isEmpty()
                || !signature.getPDFRevision().getPdfUndefinedChanges().isEmpty();
    }

    private static boolean none(List<BigInteger> pages) {
        return pages == null || pages.isEmpty();
    }

    private static String reason(SimpleReport report, SignatureWrapper signature) {
        String errors = report.getAdESValidationErrors(signature.getId()).stream()
                .map(Message::getValue)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" "));
        return report.getIndication(signature.getId()) + "/" + report.getSubIndication(signature.getId()) + " "
                + errors;
    }

    private static PdfVerdict overall(List<PdfSignatureCheck> checks, SecondOpinion second) {
        for (PdfSignatureCheck check : checks) {
            if (check.verdict() instanceof Invalid invalid) {
                return invalid;
            }
        }
        if (second.objection().isPresent()) {
            return objection(second.objection().get());
        }
        if (second.signatures() != checks.size()) {
            return new Invalid("the two libraries do not see the same signatures");
        }
        for (PdfSignatureCheck check : checks) {
            if (check.verdict() instanceof Indeterminate indeterminate) {
                return indeterminate;
            }
        }
        return new Valid();
    }

    /**
     * iText also objects to a harmless case: the first annotation of a page of a certified document is a signature. DSS
     * found nothing, so this one objection alone leaves it open.
     */
    private static PdfVerdict objection(String reason) {
        return reason.equals(ANNOTATIONS_MODIFIED) ? new Indeterminate(reason) : new Invalid(reason);
    }

    private static ValidationPolicy policy() {
        try (InputStream file = StrictValidation.class.getResourceAsStream("constraint.xml")) {
            if (file == null) {
                throw new IllegalStateException("the validation policy is missing");
            }
            return ValidationPolicyFacade.newFacade().getValidationPolicy(file);
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("the validation policy is not readable", e);
        }
    }
}
