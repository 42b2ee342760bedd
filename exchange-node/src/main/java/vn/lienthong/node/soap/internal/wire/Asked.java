package vn.lienthong.node.soap.internal.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import vn.lienthong.core.value.Octets;

/**
 * An element of a request that was found to keep to the contract.
 *
 * @param element as it came
 */
public record Asked(Element element) {

    /** The namespace of references to attachments. */
    public static final String XOP = "http://www.w3.org/2004/08/xop/include";

    private static final String REFERENCE = "cid:";

    /** The octets of a file, wherever they are. */
    public sealed interface Source {

        /** They are in an attachment of this name. */
        record Attached(String contentId) implements Source {}

        /** They are in the message itself. */
        record Inline(Octets octets) implements Source {}
    }

    /** Children of that name, in order. */
    public List<Asked> all(String name) {
        return Envelope.children(element).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(Asked::new)
                .toList();
    }

    /** The child of that name. */
    public Optional<Asked> find(String name) {
        return all(name).stream().findFirst();
    }

    /** The text of a child; empty when it is missing. */
    public String text(String name) {
        return find(name).map(Asked::text).orElse("");
    }

    /** The text of a child that names something; empty when it is missing. */
    public String name(String name) {
        return text(name).strip();
    }

    /** The texts of all children of that name. */
    public List<String> names(String name) {
        return all(name).stream().map(child -> child.text().strip()).toList();
    }

    /** The number in a child. */
    public long number(String name, long otherwise) {
        String text = name(name);
        return text.isEmpty() ? otherwise : Long.parseLong(text.startsWith("+") ? text.substring(1) : text);
    }

    /** The flag in a child; false when it is missing. */
    public boolean flag(String name) {
        String text = name(name);
        return text.equals("true") || text.equals("1");
    }

    /** The text of this element. */
    public String text() {
        return element.getTextContent();
    }

    /**
     * Where the octets of this element are.
     *
     * @throws vn.lienthong.node.gateway.ProblemException when it refers to something that is no attachment
     */
    public Source source() {
        List<Element> children = Envelope.children(element);
        if (children.isEmpty()) {
            return new Source.Inline(Octets.of(octets()));
        }
        String reference = children.getFirst().getAttribute("href");
        if (!reference.startsWith(REFERENCE)) {
            throw Unfit.malformed(element.getLocalName(), "Chỉ nhận tham chiếu cid: tới phần đính kèm");
        }
        try {
            return new Source.Attached(URLDecoder.decode(
                    reference.substring(REFERENCE.length()).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Unfit.malformed(element.getLocalName(), "Tham chiếu cid: sai dạng");
        }
    }

    private byte[] octets() {
        try {
            return Base64.getDecoder().decode(text().replaceAll("\\s+", ""));
        } catch (IllegalArgumentException e) {
            throw Unfit.invalid(element.getLocalName(), "Không phải base64");
        }
    }

    @Override
    public String toString() {
        return "Asked[" + element.getLocalName() + "]";
    }
}
