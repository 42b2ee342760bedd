package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The ASiCManifest (EN 319 162-1 §A.4): names, types and digests of all data objects, and which file signs it. */
final class AsicManifest {

    static final String MIMETYPE_FILE = "mimetype";
    static final String MIMETYPE = "application/vnd.etsi.asic-e+zip";
    static final String FILE = "META-INF/ASiCManifest001.xml";
    static final String CLASSICAL_SIGNATURE = "META-INF/signature001.p7s";
    static final String POST_QUANTUM_SIGNATURE = "META-INF/ml-dsa-001.p7s";
    static final String SIGNATURE_TYPE = "application/pkcs7-signature";
    static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

    private AsicManifest() {}

    /** Writes the manifest. */
    static byte[] encode(List<AsicObject> objects) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
            xml.setPrefix("asic", ASIC);
            xml.setPrefix("ds", DS);
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeStartElement(ASIC, "ASiCManifest");
            xml.writeNamespace("asic", ASIC);
            xml.writeNamespace("ds", DS);
            xml.writeEmptyElement(ASIC, "SigReference");
            xml.writeAttribute("URI", CLASSICAL_SIGNATURE);
            xml.writeAttribute("MimeType", SIGNATURE_TYPE);
            for (AsicObject object : objects) {
                writeReference(xml, object);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a manifest in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** The URI of a digest algorithm (RFC 6931). */
    static String digestUri(String digestAlgorithm) {
        return switch (digestAlgorithm) {
            case "SHA-256" -> "http://www.w3.org/2001/04/xmlenc#sha256";
            case "SHA-512" -> "http://www.w3.org/2001/04/xmlenc#sha512";
            default -> throw new IllegalArgumentException("not a digest of packages");
        };
    }

    /** The name as a relative URI reference: everything but unreserved characters is percent-encoded (RFC 3986 §2.3). */
    static String uriOf(String name) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : name.getBytes(UTF_8)) {
            if (isUnreserved(octet)) {
                uri.append(new String(new byte[] {octet}, US_ASCII));
            } else {
                UPPER_HEX.toHexDigits(uri.append('%'), octet);
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || "-._~/".indexOf(octet) >= 0;
    }

    private static void writeReference(XMLStreamWriter xml, AsicObject object) throws XMLStreamException {
        xml.writeStartElement(ASIC, "DataObjectReference");
        xml.writeAttribute("URI", uriOf(object.name()));
        xml.writeAttribute("MimeType", object.mediaType());
        xml.writeEmptyElement(DS, "DigestMethod");
        xml.writeAttribute("Algorithm", digestUri(object.digestAlgorithm()));
        xml.writeStartElement(DS, "DigestValue");
        xml.writeCharacters(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.digest())));
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
