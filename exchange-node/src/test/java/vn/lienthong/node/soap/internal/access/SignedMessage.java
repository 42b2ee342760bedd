package vn.lienthong.node.soap.internal.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.testing.SelfSigned;

/** Signs a message as a client with WS-Security does. */
public final class SignedMessage {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final PrivateKey key;
    private final X509Certificate certificate;

    private SignedMessage(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A client with a key of its own. */
    public static SignedMessage fresh() {
        try {
            KeyStore store = SelfSigned.fresh();
            String alias = "node";
            return new SignedMessage(
                    (PrivateKey) store.getKey(alias, SelfSigned.PASSWORD.toCharArray()),
                    (X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What is to be registered with its key. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A message of SOAP 1.1 around a body, signed over body, timestamp and MessageID. */
    public String sign(String payload, Instant now) {
        return sign(payload, now, List.of("body", "time", "id"), DigestMethod.SHA256);
    }

    String sign(String payload, Instant now, List<String> covered, String digest) {
        try {
            String unsigned = unsigned(payload, now);
            Document document = Envelope.builder().parse(new InputSource(new StringReader(unsigned)));
            Element security = (Element) document.getElementsByTagNameNS(SecurityHeader.WSSE, "Security")
                    .item(0);
            DOMSignContext context = new DOMSignContext(key, security);
            context.setDefaultNamespacePrefix("ds");
            for (String id : List.of("body", "time", "id")) {
                context.setIdAttributeNS(named(document, id), SecurityHeader.WSU, "Id");
            }
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            List<Reference> references = new ArrayList<>();
            for (String id : covered) {
                references.add(factory.newReference(
                        "#" + id,
                        factory.newDigestMethod(digest, null),
                        List.of(factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                        null,
                        null));
            }
            String method =
                    key.getAlgorithm().equals("RSA") ? SignatureMethod.RSA_SHA256 : SignatureMethod.ECDSA_SHA256;
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(method, null),
                                    references),
                            null)
                    .sign(context);
            return text(document);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private String unsigned(String payload, Instant now) throws GeneralSecurityException {
        String token = Base64.getEncoder().encodeToString(certificate.getEncoded());
        return "<s:Envelope xmlns:s=\"" + SOAP + "\" xmlns:u=\"" + SecurityHeader.WSU + "\"><s:Header>"
                + "<w:Security xmlns:w=\"" + SecurityHeader.WSSE + "\" s:mustUnderstand=\"1\">"
                + "<w:BinarySecurityToken u:Id=\"token\">" + token + "</w:BinarySecurityToken>"
                + "<u:Timestamp u:Id=\"time\"><u:Created>" + now + "</u:Created><u:Expires>"
                + now.plus(Duration.ofMinutes(5)) + "</u:Expires></u:Timestamp></w:Security>"
                + "<a:MessageID xmlns:a=\"" + BodySignature.ADDRESSING + "\" u:Id=\"id\">urn:uuid:" + now
                + "</a:MessageID></s:Header><s:Body u:Id=\"body\">" + payload + "</s:Body></s:Envelope>";
    }

    private static Element named(Document document, String id) {
        var all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttributeNS(SecurityHeader.WSU, "Id").equals(id)) {
                return element;
            }
        }
        throw new AssertionError(id);
    }

    static String text(Document document) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(octets));
        } catch (TransformerException e) {
            throw new AssertionError(e);
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
