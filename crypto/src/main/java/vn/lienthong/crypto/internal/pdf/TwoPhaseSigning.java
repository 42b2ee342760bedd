package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.bouncycastleconnector.BouncyCastleFactoryCreator;
import com.itextpdf.commons.bouncycastle.IBouncyCastleFactory;
import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.signatures.AccessPermissions;
import com.itextpdf.signatures.PadesTwoPhaseSigningHelper;
import com.itextpdf.signatures.PdfTwoPhaseSigner;
import com.itextpdf.signatures.SignatureUtil;
import com.itextpdf.signatures.SignerProperties;
import com.itextpdf.signatures.cms.AlgorithmIdentifier;
import com.itextpdf.signatures.cms.CMSContainer;
import com.itextpdf.signatures.cms.CmsAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.GregorianCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.PreparedSignature;
import vn.lienthong.crypto.pdf.TimestampSource;

/** Both phases of a PAdES signature; a key at hand goes the same way as a key elsewhere. */
public final class TwoPhaseSigning {

    private static final String DIGEST = "SHA-256";
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String RSA_WITH_SHA256 = "1.2.840.113549.1.1.11";
    private static final String TIMESTAMP_TOKEN = "1.2.840.113549.1.9.16.2.14";
    private static final int ROOM_FOR_CMS = 12_000;
    private static final int ROOM_FOR_TIMESTAMP = 12_000;

    private final @Nullable TimestampSource timestamps;

    /** Adds timestamps when a source is given. */
    public TwoPhaseSigning(@Nullable TimestampSource timestamps) {
        this.timestamps = timestamps;
    }

    /**
     * Names the JCA signature algorithm for a key algorithm.
     *
     * @throws PdfSigningException for kinds of key that PAdES readers do not know
     */
    public static String signatureAlgorithm(String keyAlgorithm) throws PdfSigningException {
        return switch (keyAlgorithm) {
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new PdfSigningException("PDF signatures need an EC or RSA key, not " + keyAlgorithm);
        };
    }

    /** Fixes everything but the signature value. */
    public PreparedSignature prepare(byte[] pdf, PdfSignRequest request, List<X509Certificate> chain)
            throws PdfSigningException {
        if (chain.isEmpty()) {
            throw new PdfSigningException("the signer's certificate is missing");
        }
        AlgorithmIdentifier algorithm =
                cmsAlgorithm(chain.getFirst().getPublicKey().getAlgorithm());
        try {
            SignerProperties properties = properties(pdf, request);
            byte[] base = properties.getCertificationLevel() == AccessPermissions.FORM_FIELDS_MODIFICATION
                    ? EmptyAnnotations.onEveryPage(pdf)
                    : pdf;
            ByteArrayOutputStream document = new ByteArrayOutputStream(base.length + (64 << 10));
            PadesTwoPhaseSigningHelper helper = new PadesTwoPhaseSigningHelper();
            helper.setIssuingCertificateRetriever(new GivenChainOnly());
            helper.setEstimatedSize(ROOM_FOR_CMS + (timestamps == null ? 0 : ROOM_FOR_TIMESTAMP));
            CMSContainer container = helper.createCMSContainerWithoutSignature(
                    chain.toArray(Certificate[]::new), DIGEST, reader(base), document, properties);
            container.getSignerInfo().setSignatureAlgorithm(algorithm);
            container.getSignerInfo().setSignature(new byte[0]);
            byte[] toBeSigned = container.getSerializedSignedAttributes();
            return new PreparedSignature(
                    request.fieldName(), document.toByteArray(), container.serialize(), toBeSigned);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // A document from outside: whatever the parser throws means that it cannot be signed.
            throw new PdfSigningException("the document cannot be signed", e);
        }
    }

    /** Checks the signature value and writes it, with a timestamp when there is a source. */
    public byte[] complete(PreparedSignature prepared, byte[] signatureValue) throws PdfSigningException, IOException {
        try {
            CMSContainer container = new CMSContainer(prepared.container());
            X509Certificate signer = container.getSignerInfo().getSigningCertificate();
            requireGoodSignature(signer, prepared.toBeSigned(), signatureValue);
            container.getSignerInfo().setSignature(signatureValue);
            if (timestamps != null) {
                addTimestamp(container, timestamps, signatureValue);
            }
            ByteArrayOutputStream signed = new ByteArrayOutputStream(prepared.document().length);
            PdfTwoPhaseSigner.addSignatureToPreparedDocument(
                    reader(prepared.document()), prepared.fieldName(), signed, container);
            return signed.toByteArray();
        } catch (GeneralSecurityException | RuntimeException e) {
            // The prepared state may have been kept elsewhere: whatever its parser throws is a refusal.
            throw new PdfSigningException("the prepared document cannot be completed", e);
        }
    }

    private static void requireGoodSignature(X509Certificate signer, byte[] toBeSigned, byte[] value)
            throws PdfSigningException, GeneralSecurityException {
        Signature signature =
                Signature.getInstance(signatureAlgorithm(signer.getPublicKey().getAlgorithm()));
        signature.initVerify(signer.getPublicKey());
        signature.update(toBeSigned);
        if (!signature.verify(value)) {
            throw new PdfSigningException("the signature value does not belong to this document and certificate");
        }
    }

    private static void addTimestamp(CMSContainer container, TimestampSource source, byte[] signatureValue)
            throws IOException, GeneralSecurityException {
        byte[] token = source.timestamp(MessageDigest.getInstance(DIGEST).digest(signatureValue));
        IBouncyCastleFactory asn1 = BouncyCastleFactoryCreator.getFactory();
        container
                .getSignerInfo()
                .addUnSignedAttribute(
                        new CmsAttribute(TIMESTAMP_TOKEN, asn1.createDERSet(asn1.createASN1Primitive(token))));
    }

    private static SignerProperties properties(byte[] pdf, PdfSignRequest request)
            throws IOException, PdfSigningException {
        try (PdfDocument document = new PdfDocument(reader(pdf))) {
            SignatureUtil signatures = new SignatureUtil(document);
            if (fieldExists(document, request.fieldName())) {
                throw new PdfSigningException("the field name is taken");
            }
            SignerProperties properties = new SignerProperties()
                    .setFieldName(request.fieldName())
                    .setClaimedSignDate(GregorianCalendar.from(VietnameseTime.of(request.signingTime())));
            if (signatures.getSignatureNames().isEmpty()) {
                properties.setCertificationLevel(permissions(request.laterChanges()));
            }
            AppearanceLayout.apply(request, document, properties);
            return properties;
        }
    }

    private static boolean fieldExists(PdfDocument document, String fieldName) {
        PdfAcroForm form = PdfAcroForm.getAcroForm(document, false);
        return form != null && form.getField(fieldName) != null;
    }

    private static AccessPermissions permissions(LaterChanges laterChanges) {
        return switch (laterChanges) {
            case NONE -> AccessPermissions.NO_CHANGES_PERMITTED;
            case SIGNATURES -> AccessPermissions.FORM_FIELDS_MODIFICATION;
            case NOT_CERTIFIED -> AccessPermissions.UNSPECIFIED;
        };
    }

    private static AlgorithmIdentifier cmsAlgorithm(String keyAlgorithm) throws PdfSigningException {
        return signatureAlgorithm(keyAlgorithm).endsWith("ECDSA")
                ? new AlgorithmIdentifier(ECDSA_WITH_SHA256)
                : new AlgorithmIdentifier(
                        RSA_WITH_SHA256, BouncyCastleFactoryCreator.getFactory().createDERNull());
    }

    private static PdfReader reader(byte[] pdf) throws IOException {
        return BoundedReader.open(pdf);
    }
}
