package vn.lienthong.node.soap.internal.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;
import vn.lienthong.node.gateway.Problem.FieldProblem;

/** Collects which elements break the schema, without what is in them. */
final class FaultyElements implements ErrorHandler {

    private static final int MOST = 20;
    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final Pattern RULE = Pattern.compile("^(cvc-[A-Za-z0-9.-]{1,60}):");

    private final List<FieldProblem> found = new ArrayList<>();
    private @Nullable Validator validator;

    void watch(Validator watched) {
        this.validator = watched;
    }

    List<FieldProblem> found() {
        return List.copyOf(found);
    }

    @Override
    public void warning(SAXParseException exception) {
        // A warning is no fault.
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
        add(exception);
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
        add(exception);
        throw exception;
    }

    private void add(SAXParseException exception) throws SAXException {
        // One wrong text is told twice: for its type and for its element.
        FieldProblem problem = FieldProblem.invalid(place(), "Không đúng lược đồ" + rule(exception.getMessage()));
        if (found.stream().noneMatch(known -> known.pointer().equals(problem.pointer()))) {
            found.add(problem);
        }
        if (found.size() >= MOST) {
            throw exception;
        }
    }

    private static String rule(@Nullable String message) {
        Matcher matcher = RULE.matcher(message == null ? "" : message);
        return matcher.find() ? " (" + matcher.group(1) + ")" : "";
    }

    private String place() throws SAXNotRecognizedException, SAXNotSupportedException {
        Object node = validator == null ? null : validator.getProperty(CURRENT);
        return node instanceof Element element ? path(element) : "";
    }

    private static String path(Element element) {
        Node parent = element.getParentNode();
        String step = element.getLocalName() + index(element);
        return parent instanceof Element above ? path(above) + "/" + step : step;
    }

    private static String index(Element element) {
        int before = 0;
        for (Node node = element.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
            before += isNamesake(element, node) ? 1 : 0;
        }
        boolean alone = before == 0;
        for (Node node = element.getNextSibling(); node != null && alone; node = node.getNextSibling()) {
            alone = !isNamesake(element, node);
        }
        return alone ? "" : "[" + (before + 1) + "]";
    }

    private static boolean isNamesake(Element element, Node node) {
        return element.getLocalName().equals(node.getLocalName());
    }
}
