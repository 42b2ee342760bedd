package vn.lienthong.node.soap.internal.wire;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads hostile XML once, event by event, before any tree is built of it.
 *
 * <p>Guarantees for text that passes: UTF-8; no document type, entity or processing instruction; depth, elements, attributes and
 * their lengths within bounds; one envelope of a known version with at most one header before exactly one body.
 */
public final class XmlGate {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 30_000;
    private static final int MOST_ATTRIBUTES = 32;
    private static final int LONGEST_ATTRIBUTE = 4096;
    private static final int LONGEST_NAME = 256;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final EnvelopeOrder order = new EnvelopeOrder();
    private int depth;
    private int elements;

    private XmlGate(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /**
     * Reads all of it.
     *
     * @return the text, to be parsed again
     * @throws vn.lienthong.node.gateway.ProblemException when it breaks a rule
     */
    public static Passed pass(byte[] octets) {
        String text = text(octets);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            XmlGate gate = new XmlGate(reader);
            gate.read();
            return new Passed(text, gate.order.kind());
        } catch (XMLStreamException e) {
            // The parser's message may quote the content.
            throw Unfit.malformed("", "Không phải XML hợp lệ");
        }
    }

    private static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Unfit.malformed("", "Chỉ nhận XML mã hóa UTF-8");
        }
    }

    private void read() throws XMLStreamException {
        checkDeclaration(reader.getCharacterEncodingScheme());
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Unfit.malformed("", "Không được có DOCTYPE hoặc thực thể");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw Unfit.malformed("", "Không được có chỉ thị xử lý");
                default -> {}
            }
        }
        order.end();
    }

    private static void checkDeclaration(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw Unfit.malformed("", "Chỉ nhận XML mã hóa UTF-8");
        }
    }

    private void start() {
        depth++;
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw Unfit.tooLarge("", "XML quá sâu hoặc có quá nhiều phần tử");
        }
        bounded(reader.getLocalName());
        checkAttributes();
        order.element(depth, reader.getNamespaceURI(), reader.getLocalName());
    }

    private void checkAttributes() {
        if (reader.getAttributeCount() > MOST_ATTRIBUTES || reader.getNamespaceCount() > MOST_ATTRIBUTES) {
            throw Unfit.tooLarge("", "Phần tử có quá nhiều thuộc tính");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            bounded(reader.getAttributeLocalName(i));
            if (reader.getAttributeValue(i).length() > LONGEST_ATTRIBUTE) {
                throw Unfit.tooLarge("", "Thuộc tính quá dài");
            }
        }
    }

    private static void bounded(String name) {
        if (name.length() > LONGEST_NAME) {
            throw Unfit.tooLarge("", "Tên quá dài");
        }
    }

    /**
     * Text that may be parsed.
     *
     * @param text all of it
     * @param kind the version of its envelope
     */
    public record Passed(String text, SoapKind kind) {

        @Override
        public String toString() {
            return "Passed[" + kind + "]";
        }
    }
}
