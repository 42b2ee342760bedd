package vn.lienthong.node.soap.internal.access;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.soap.internal.wire.Unfit;

/**
 * Verifies the X.509 signature of WS-Security over a message.
 *
 * <p>Guarantees: what is covered is the one body of the envelope that is processed, its timestamp, and its MessageID when it has
 * one, in their places: a signed element that was moved elsewhere is not looked at, identifiers are unique, and nothing but
 * exclusive canonicalisation stands between what was signed and what is processed.
 */
final class BodySignature {

    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private static final String WHERE = "Header/Security/Signature";
    private static final int MOST_REFERENCES = 8;
    private static final Set<String> METHODS = Set.of(
            SignatureMethod.RSA_SHA256,
            SignatureMethod.RSA_SHA384,
            SignatureMethod.RSA_SHA512,
            SignatureMethod.SHA256_RSA_MGF1,
            SignatureMethod.SHA384_RSA_MGF1,
            SignatureMethod.SHA512_RSA_MGF1,
            SignatureMethod.ECDSA_SHA256,
            SignatureMethod.ECDSA_SHA384,
            SignatureMethod.ECDSA_SHA512);
    private static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

    private final Envelope envelope;
    private final SecurityHeader header;
    private final Map<String, Element> places = new LinkedHashMap<>();

    private BodySignature(Envelope envelope, SecurityHeader header) {
        this.envelope = envelope;
        this.header = header;
    }

    /**
     * Verifies the signature of a message.
     *
     * @return the certificate of whoever signed; empty when the message is not signed
     * @throws ProblemException when it is signed, but not like this or not soundly
     */
    static Optional<X509Certificate> verify(Envelope envelope, Instant now) {
        return SecurityHeader.of(envelope)
                .flatMap(header -> header.one(XMLSignature.XMLNS, "Signature")
                        .map(signature -> new BodySignature(envelope, header).verify(signature, now)));
    }

    private X509Certificate verify(Element element, Instant now) {
        Element token = header.one(SecurityHeader.WSSE, "BinarySecurityToken")
                .orElseThrow(() -> Unfit.malformed(WHERE, "Thiếu BinarySecurityToken"));
        X509Certificate certificate = TokenCertificate.of(token, now);
        Element timestamp = header.timestamp(now);
        checkUnique();
        place(envelope.body());
        place(timestamp);
        envelope.header(ADDRESSING, "MessageID").ifPresent(this::place);
        Set<String> required = Set.copyOf(places.keySet());
        envelope.headers().stream().filter(block -> !id(block).isEmpty()).forEach(this::place);
        if (!id(token).isEmpty()) {
            place(token);
        }
        try {
            check(element, certificate, required);
        } catch (MarshalException | XMLSignatureException | RuntimeException e) {
            // Hostile structure: whatever the parser throws is a refusal.
            throw e instanceof ProblemException known ? known : broken();
        }
        return certificate;
    }

    private void check(Element element, X509Certificate certificate, Set<String> required)
            throws MarshalException, XMLSignatureException {
        DOMValidateContext context =
                new DOMValidateContext(KeySelector.singletonKeySelector(certificate.getPublicKey()), element);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        places.values().forEach(place -> context.setIdAttributeNS(place, SecurityHeader.WSU, "Id"));
        XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        SignedInfo signed = signature.getSignedInfo();
        checkMethods(signed);
        Set<String> covered = new HashSet<>();
        for (Reference reference : signed.getReferences()) {
            covered.add(checkReference(reference));
        }
        if (!covered.containsAll(required)) {
            throw Unfit.malformed(WHERE, "Chữ ký phải phủ Body, Timestamp và MessageID");
        }
        if (!signature.validate(context)) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return new ProblemException(
                ErrorCode.NOT_AUTHENTICATED,
                Unfit.invalid(WHERE, "Chữ ký không đúng với thông điệp").errors());
    }

    private static void checkMethods(SignedInfo signed) {
        boolean known = CanonicalizationMethod.EXCLUSIVE.equals(
                        signed.getCanonicalizationMethod().getAlgorithm())
                && METHODS.contains(signed.getSignatureMethod().getAlgorithm())
                && signed.getReferences().size() <= MOST_REFERENCES;
        if (!known) {
            throw Unfit.malformed(WHERE, "Thuật toán của chữ ký không được chấp nhận");
        }
    }

    private String checkReference(Reference reference) {
        String uri = reference.getURI();
        List<Transform> transforms = reference.getTransforms();
        boolean sound = uri != null
                && uri.startsWith("#")
                && places.containsKey(uri.substring(1))
                && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                && transforms.size() == 1
                && CanonicalizationMethod.EXCLUSIVE.equals(transforms.getFirst().getAlgorithm());
        if (uri == null || !sound) {
            throw Unfit.malformed(WHERE, "Chữ ký chỉ tham chiếu Body, Timestamp và các Header, với exc-c14n và SHA-2");
        }
        return uri.substring(1);
    }

    private void place(Element element) {
        String id = id(element);
        if (id.isEmpty()) {
            throw Unfit.malformed(WHERE, "Body, Timestamp và MessageID cần wsu:Id để được ký");
        }
        places.put(id, element);
    }

    private static String id(Element element) {
        return element.getAttributeNS(SecurityHeader.WSU, "Id");
    }

    /** Two elements of one name are the heart of every wrapping: there must be none, whatever the attribute is called. */
    private void checkUnique() {
        Set<String> seen = new HashSet<>();
        NodeList all = envelope.document().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Node node = all.item(i);
            for (int j = 0; j < node.getAttributes().getLength(); j++) {
                if (node.getAttributes().item(j) instanceof Attr attribute
                        && "id".equalsIgnoreCase(attribute.getLocalName())
                        && !seen.add(attribute.getValue())) {
                    throw Unfit.malformed(WHERE, "Hai phần tử mang cùng một Id");
                }
            }
        }
    }
}
