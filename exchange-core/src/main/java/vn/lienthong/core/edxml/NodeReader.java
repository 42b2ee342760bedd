package vn.lienthong.core.edxml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turns the XML of one message into nodes, within bounds, and lets the contents of files pass into their sink. */
final class NodeReader {

    private static final String FILE_CONTENT = "ContentTransferEncoded";
    private static final int MOST_ATTRIBUTES = 32;
    private static final int TOTAL_TEXT = 4 << 20;

    private final EdxmlLimits limits;
    private final MessageInput octets;
    private final AttachmentSink sink;
    private final HeaderListener listener;
    private final XMLStreamReader xml;
    private @Nullable Node open;
    private @Nullable Node root;
    private int depth;
    private int elements;
    private int totalText;
    private int files;

    NodeReader(EdxmlLimits limits, MessageInput octets, AttachmentSink sink, HeaderListener listener)
            throws IOException {
        this.limits = limits;
        this.octets = octets;
        this.sink = sink;
        this.listener = listener;
        this.xml = xml(new MarkupGuard(MessageText.open(octets), limits.markup()));
    }

    Node read() throws IOException {
        checkDeclaration();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FaultException("edXML", EdxmlRule.DOCTYPE);
                case XMLStreamConstants.END_DOCUMENT -> {
                    return end(root);
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private static Node end(@Nullable Node found) throws FaultException {
        if (found == null) {
            throw new FaultException("edXML", EdxmlRule.MALFORMED);
        }
        return found;
    }

    private void checkDeclaration() throws FaultException {
        MessageText.checkClaim(xml.getCharacterEncodingScheme());
        String version = xml.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw new FaultException("edXML", EdxmlRule.MALFORMED, "XML 1.0");
        }
    }

    private void start() throws IOException {
        String raw = xml.getLocalName();
        Node node = new Node(raw.substring(raw.lastIndexOf(':') + 1), open);
        if (++depth > limits.depth()) {
            throw new FaultException(node.name(), EdxmlRule.DEPTH, "≤ " + limits.depth());
        }
        if (++elements > limits.elements()) {
            throw new FaultException(node.name(), EdxmlRule.COUNT, "≤ " + limits.elements());
        }
        checkAttributes(node);
        if (open == null) {
            root = node;
            listener.started(node);
        } else {
            open.children().add(node);
        }
        open = node;
        if (isFileContent(node)) {
            readFile(node);
        }
    }

    private void checkAttributes(Node node) throws FaultException {
        if (xml.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new FaultException(node.name(), EdxmlRule.MARKUP, "≤ " + MOST_ATTRIBUTES);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (SecrecyMarks.isMark(xml.getAttributeLocalName(i), xml.getAttributeValue(i))) {
                throw new FaultException(node.name() + "/@" + xml.getAttributeLocalName(i), EdxmlRule.SECRET);
            }
        }
    }

    private void end() throws IOException {
        Node node = open;
        if (node == null) {
            throw new FaultException("edXML", EdxmlRule.MALFORMED);
        }
        if (SecrecyMarks.isMark(node.name(), node.text().toString())) {
            throw new FaultException(node.path(), EdxmlRule.SECRET);
        }
        depth--;
        open = node.parent();
        if (node.is("edXMLEnvelope") && (open == null || open.parent() == null)) {
            listener.ended(node);
        }
    }

    private void text() throws FaultException {
        if (open == null) {
            return;
        }
        int length = xml.getTextLength();
        totalText += length;
        if (open.text().length() + length > limits.text()) {
            throw new FaultException(open.path(), EdxmlRule.LENGTH, "≤ " + limits.text());
        }
        if (totalText > TOTAL_TEXT) {
            throw new FaultException("edXML", EdxmlRule.LENGTH, "≤ " + TOTAL_TEXT);
        }
        open.text().append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    /** The content of a file stands in an attachment of the list of attachments, and nowhere else. */
    private static boolean isFileContent(Node node) {
        Node attachment = node.parent();
        Node list = attachment == null ? null : attachment.parent();
        return node.is(FILE_CONTENT)
                && attachment != null
                && attachment.is("Attachment")
                && list != null
                && list.is("AttachmentEncoded");
    }

    private void readFile(Node node) throws IOException {
        if (files == limits.attachments()) {
            throw new FaultException("AttachmentEncoded/Attachment", EdxmlRule.COUNT, "≤ " + limits.attachments());
        }
        int index = files++;
        FileProbe probe = new FileProbe();
        try (OutputStream target = sink.open(index)) {
            Base64Content content = new Base64Content(node.path(), target, probe, limits.attachment());
            passContent(node, content);
            content.finish();
        }
        node.file(new FileFacts(index, probe.size(), probe));
        end();
    }

    private void passContent(Node node, Base64Content content) throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    content.pass(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // Say nothing.
                }
                default -> throw new FaultException(node.path(), EdxmlRule.BASE64);
            }
        }
    }

    private int next() throws IOException {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            throw refusal(e, e.getLocation().getLineNumber());
        } catch (RuntimeException e) {
            // The octets are hostile: whatever the parser throws is a refusal.
            throw refusal(e, 0);
        }
    }

    private XMLStreamReader xml(Reader text) throws IOException {
        try {
            return factory().createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw refusal(e, 0);
        } catch (RuntimeException e) {
            // The octets are hostile: whatever the parser throws is a refusal.
            throw refusal(e, 0);
        }
    }

    /** Finds what lies at the bottom: a failed source, a rule of ours, an encoding, or bad XML. */
    private IOException refusal(Throwable thrown, int line) throws IOException {
        octets.rethrow();
        Throwable cause = thrown;
        for (int i = 0; i < 8 && cause != null; i++) {
            if (cause instanceof FaultException fault) {
                return fault;
            }
            if (cause instanceof CharacterCodingException || cause instanceof CharConversionException) {
                return new FaultException("edXML", EdxmlRule.ENCODING);
            }
            cause = cause instanceof XMLStreamException wrapped && wrapped.getNestedException() != null
                    ? wrapped.getNestedException()
                    : cause.getCause();
        }
        return new FaultException("edXML", EdxmlRule.MALFORMED, line > 0 ? "XML, " + line : "");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Undeclared prefixes occur; elements are known by their local names.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Hears of the root and of the envelope, so that a message can be refused before its files have come. */
    interface HeaderListener {

        void started(Node root) throws FaultException;

        void ended(Node envelope) throws FaultException;
    }
}
