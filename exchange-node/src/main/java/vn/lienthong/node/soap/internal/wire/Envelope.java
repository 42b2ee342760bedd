package vn.lienthong.node.soap.internal.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.lienthong.node.gateway.ProblemException;

/**
 * An envelope as a tree: the very tree of which signatures are verified and which is then processed.
 *
 * @param document all of it
 * @param kind its version
 * @param headers the blocks of the header, in order
 * @param body the one body
 * @param payload its one element
 */
public record Envelope(Document document, SoapKind kind, List<Element> headers, Element body, Element payload) {

    /** Copies the list. */
    public Envelope {
        headers = List.copyOf(headers);
    }

    /**
     * Reads hostile octets.
     *
     * @throws ProblemException when they are no envelope or pass a bound
     */
    public static Envelope read(byte[] octets) {
        XmlGate.Passed passed = XmlGate.pass(octets);
        Document document = parse(passed.text());
        List<Element> parts = children(document.getDocumentElement());
        Element body = parts.getLast();
        List<Element> headers = parts.size() == 1 ? List.of() : children(parts.getFirst());
        return new Envelope(
                document, passed.kind(), headers, body, children(body).getFirst());
    }

    /** Returns a builder that refuses whatever reaches outside of the text. */
    public static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler writes to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's parser knows these features", e);
        }
    }

    private static Document parse(String text) {
        try {
            return builder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException e) {
            // The parser's message may quote the content.
            throw Unfit.malformed("", "Không phải XML hợp lệ");
        }
    }

    /** Returns the elements inside another. */
    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** Returns a block of the header; empty when there is none, or none for this node. */
    public Optional<Element> header(String namespace, String name) {
        List<Element> found = headers.stream()
                .filter(block -> namespace.equals(block.getNamespaceURI()) && name.equals(block.getLocalName()))
                .filter(this::isForUs)
                .toList();
        if (found.size() > 1) {
            throw Unfit.malformed("Header/" + name, "Chỉ được có một phần tử này");
        }
        return found.stream().findFirst();
    }

    private boolean isForUs(Element block) {
        String actor = block.getAttributeNS(kind.namespace(), kind.actor());
        return actor.isEmpty() || actor.equals(kind.next());
    }

    @Override
    public String toString() {
        return "Envelope[" + kind + ", " + payload.getLocalName() + "]";
    }
}
