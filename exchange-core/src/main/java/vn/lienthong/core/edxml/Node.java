package vn.lienthong.core.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element by its local name, with its own text and its children; what a message has besides its files is small. */
final class Node {

    /** What is not said in the path of an element, because every message has it. */
    private static final Set<String> FRAME =
            Set.of("edXML", "edXMLEnvelope", "edXMLHeader", "edXMLBody", "AttachmentEncoded");

    private final String name;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>(4);
    private StringBuilder text = new StringBuilder(0);
    private @Nullable FileFacts file;

    Node(String name, @Nullable Node parent) {
        this.name = name;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    List<Node> children() {
        return children;
    }

    StringBuilder text() {
        return text;
    }

    /** Returns what is known about the file whose content this element was; null for every other element. */
    @Nullable
    FileFacts file() {
        return file;
    }

    void file(FileFacts facts) {
        this.file = facts;
        this.text = new StringBuilder(0);
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    Stream<Node> all(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** Finds the one child of that name. */
    Optional<Node> one(String wanted) throws FaultException {
        List<Node> found = all(wanted).toList();
        if (found.size() > 1) {
            throw new FaultException(found.getLast().path(), EdxmlRule.REPEATED);
        }
        return found.stream().findFirst();
    }

    /** Finds the one child of that name; when there is none, an empty element stands for it. */
    Node part(String wanted) throws FaultException {
        return one(wanted).orElseGet(() -> new Node(wanted, this));
    }

    /** Returns the path of the first child of that name, or the one that it would have. */
    String pathOf(String child) {
        return all(child).findFirst().orElseGet(() -> new Node(child, this)).path();
    }

    /** Returns the local names from below the frame to this element, with positions from 1 where there are several. */
    String path() {
        if (parent == null) {
            return name;
        }
        String above = FRAME.contains(parent.name) ? "" : parent.path() + "/";
        List<Node> equals = parent.all(name).toList();
        return above + name + (equals.size() > 1 ? "[" + (equals.indexOf(this) + 1) + "]" : "");
    }
}
