package vn.lienthong.node.soap.internal.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.core.value.Octets;

/** Builds an element of the contract, its children in the order in which they are named. */
public final class Xml {

    private final String namespace;
    private final Element element;

    private Xml(String namespace, Element element) {
        this.namespace = namespace;
        this.element = element;
    }

    /** Begins with a root. */
    public static Xml root(String namespace, String name) {
        Document document = Envelope.builder().newDocument();
        Element root = document.createElementNS(namespace, "lt:" + name);
        document.appendChild(root);
        return new Xml(namespace, root);
    }

    /** Adds a text, number or flag; what is null is left out. */
    @CanIgnoreReturnValue
    public Xml put(String name, @Nullable Object value) {
        if (value != null) {
            add(name).setTextContent(String.valueOf(value));
        }
        return this;
    }

    /** Adds a text unless it is empty. */
    @CanIgnoreReturnValue
    public Xml putWords(String name, @Nullable String value) {
        return put(name, value == null || value.isEmpty() ? null : value);
    }

    /** Adds octets in base64. */
    @CanIgnoreReturnValue
    public Xml put(String name, Octets octets) {
        return put(name, Base64.getEncoder().encodeToString(octets.toByteArray()));
    }

    /** Adds the reference to an attachment. */
    @CanIgnoreReturnValue
    public Xml putReference(String name, String reference) {
        Element include = document().createElementNS(Asked.XOP, "xop:Include");
        include.setAttribute("href", reference);
        add(name).appendChild(include);
        return this;
    }

    /** Adds an element with children. */
    @CanIgnoreReturnValue
    public Xml with(String name, Consumer<Xml> content) {
        content.accept(new Xml(namespace, add(name)));
        return this;
    }

    /** Adds one element with children for each. */
    @CanIgnoreReturnValue
    public <T> Xml each(String name, Iterable<T> values, BiConsumer<Xml, T> content) {
        for (T value : values) {
            content.accept(new Xml(namespace, add(name)), value);
        }
        return this;
    }

    /** Adds one text for each. */
    @CanIgnoreReturnValue
    public Xml each(String name, Iterable<String> values) {
        for (String value : values) {
            add(name).setTextContent(value);
        }
        return this;
    }

    /** Returns what was built. */
    public Element element() {
        return element;
    }

    private Element add(String name) {
        Element child = document().createElementNS(namespace, "lt:" + name);
        element.appendChild(child);
        return child;
    }

    private Document document() {
        return element.getOwnerDocument();
    }
}
