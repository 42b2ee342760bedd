package vn.lienthong.node.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An answer of the door, its payload or fault found to keep to the contract.
 *
 * @param status of HTTP
 * @param contentType of HTTP
 * @param envelope the SOAP part
 * @param attachments by content identifier
 */
public record SoapReply(int status, String contentType, Document envelope, Map<String, byte[]> attachments) {

    static final String NAMESPACE = "urn:vn:lienthong:exchange:v1";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("Content-ID: <([^>]+)>");

    /** Takes an answer apart and checks it. */
    static SoapReply of(int status, String contentType, byte[] body) {
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            byte[] root = body;
            if (contentType.startsWith("multipart/related")) {
                root = split(contentType, body, parts);
            }
            SoapReply reply = new SoapReply(status, contentType, parse(root), parts);
            reply.validate();
            return reply;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] split(String contentType, byte[] body, Map<String, byte[]> parts) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        assertThat(boundary.find()).isTrue();
        // One octet is one character: offsets are the same in both.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        assertThat(text).endsWith(line + "--\r\n");
        List<byte[]> found = new ArrayList<>();
        for (String part : text.split(Pattern.quote(line), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0) {
                byte[] content = part.substring(end + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
                Matcher id = ID.matcher(part);
                assertThat(id.find()).isTrue();
                parts.put(id.group(1), content);
                found.add(content);
            }
        }
        return found.getFirst();
    }

    private static Document parse(byte[] octets) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new String(octets, StandardCharsets.UTF_8))));
    }

    private void validate() throws SAXException, IOException {
        Element content = first("Body", envelope.getDocumentElement()).orElseThrow();
        Element checked =
                elements(content.getElementsByTagNameNS(NAMESPACE, "*")).getFirst();
        Element copy = (Element) checked.cloneNode(true);
        for (Element include : elements(copy.getElementsByTagNameNS("*", "Include"))) {
            assertThat(attachments).containsKey(include.getAttribute("href").substring(4));
            include.getParentNode().removeChild(include);
        }
        SchemaFactory.newDefaultInstance()
                .newSchema(SoapReply.class.getResource("/soap/lienthong-v1.xsd"))
                .newValidator()
                .validate(new DOMSource(copy));
    }

    private static Optional<Element> first(String name, Element inside) {
        return elements(inside.getElementsByTagNameNS("*", name)).stream().findFirst();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    /** The texts of all elements of that name. */
    public List<String> texts(String name) {
        return elements(envelope.getElementsByTagNameNS(NAMESPACE, name)).stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** The text of the first element of that name. */
    public String text(String name) {
        return texts(name).stream().findFirst().orElse("");
    }

    /** Who has stated what, as {@code from status}, for all statements that the answer lists. */
    public Set<String> statements() {
        return elements(envelope.getElementsByTagNameNS(NAMESPACE, "statements")).stream()
                .map(one -> child(one, "from") + " " + child(one, "status"))
                .collect(Collectors.toSet());
    }

    private static String child(Element parent, String name) {
        return first(name, parent).map(Element::getTextContent).orElse("");
    }

    boolean has(String name) {
        return !texts(name).isEmpty();
    }

    /** The one attachment. */
    public byte[] attachment() {
        String reference = elements(envelope.getElementsByTagNameNS("*", "Include"))
                .getFirst()
                .getAttribute("href");
        return Objects.requireNonNull(attachments.get(reference.substring(4)));
    }

    public SoapReply ok() {
        assertThat(has("Problem"))
                .as(text("code") + texts("element") + texts("message"))
                .isFalse();
        assertThat(status).isEqualTo(200);
        return this;
    }

    SoapReply refused(String code) {
        assertThat(text("code"))
                .as(envelope.getDocumentElement().getTextContent())
                .isEqualTo(code);
        assertThat(text("title")).isNotBlank();
        assertThat(text("titleEnglish")).isNotBlank();
        boolean first = "http://schemas.xmlsoap.org/soap/envelope/"
                .equals(envelope.getDocumentElement().getNamespaceURI());
        assertThat(status).isIn(code.equals("LT-1003") ? List.of(415) : first ? List.of(500) : List.of(400, 500));
        return this;
    }
}
