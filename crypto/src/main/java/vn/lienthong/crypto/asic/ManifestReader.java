package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads exactly the manifests that {@link AsicManifest} writes: no document type, no entity, no comment, no other element. */
final class ManifestReader {

    /**
     * A reference of the manifest, as written there.
     *
     * @param uri percent-encoded name
     * @param mediaType declared type
     * @param digestUri algorithm
     * @param digest lower-case hex
     */
    record Reference(String uri, String mediaType, String digestUri, String digest) {}

    private final XMLStreamReader xml;
    private final int most;

    private ManifestReader(XMLStreamReader xml, int most) {
        this.xml = xml;
        this.most = most;
    }

    static List<Reference> read(byte[] manifest, int mostObjects) throws PackageRefusedException {
        try {
            XMLStreamReader xml =
                    hardenedFactory().createXMLStreamReader(new ByteArrayInputStream(manifest), UTF_8.name());
            try {
                return new ManifestReader(xml, mostObjects).document();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw malformed("not well-formed");
        } catch (RuntimeException e) {
            // the XML parser throws undeclared exceptions on hostile octets: every one of them is a refusal
            throw malformed("unreadable");
        }
    }

    private static XMLInputFactory hardenedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<Reference> document() throws XMLStreamException, PackageRefusedException {
        start(AsicManifest.ASIC, "ASiCManifest", 0);
        start(AsicManifest.ASIC, "SigReference", 2);
        require(attribute("URI").equals(AsicManifest.CLASSICAL_SIGNATURE));
        require(attribute("MimeType").equals(AsicManifest.SIGNATURE_TYPE));
        end();
        List<Reference> references = new ArrayList<>();
        while (xml.next() == XMLStreamConstants.START_ELEMENT) {
            require(references.size() < most);
            references.add(reference());
        }
        require(xml.isEndElement());
        require(xml.next() == XMLStreamConstants.END_DOCUMENT);
        return references;
    }

    private Reference reference() throws XMLStreamException, PackageRefusedException {
        element(AsicManifest.ASIC, "DataObjectReference", 2);
        String uri = attribute("URI");
        String mediaType = attribute("MimeType");
        require(MediaTypes.isWellFormed(mediaType));
        start(AsicManifest.DS, "DigestMethod", 1);
        String digestUri = attribute("Algorithm");
        end();
        start(AsicManifest.DS, "DigestValue", 0);
        byte[] digest = Base64.getDecoder().decode(xml.getElementText());
        end();
        return new Reference(uri, mediaType, digestUri, HexFormat.of().formatHex(digest));
    }

    private void start(String namespace, String name, int attributes)
            throws XMLStreamException, PackageRefusedException {
        require(xml.next() == XMLStreamConstants.START_ELEMENT);
        element(namespace, name, attributes);
    }

    private void element(String namespace, String name, int attributes) throws PackageRefusedException {
        require(namespace.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName()));
        require(xml.getAttributeCount() == attributes);
    }

    private void end() throws XMLStreamException, PackageRefusedException {
        require(xml.next() == XMLStreamConstants.END_ELEMENT);
    }

    private String attribute(String name) throws PackageRefusedException {
        String value = xml.getAttributeValue("", name);
        if (value == null) {
            throw malformed("attribute missing");
        }
        return value;
    }

    private static void require(boolean holds) throws PackageRefusedException {
        if (!holds) {
            throw malformed("unexpected element or value");
        }
    }

    private static PackageRefusedException malformed(String detail) {
        return new PackageRefusedException(AsicRefusal.MANIFEST_MALFORMED, detail);
    }
}
