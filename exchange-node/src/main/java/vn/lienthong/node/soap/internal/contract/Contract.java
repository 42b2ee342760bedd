package vn.lienthong.node.soap.internal.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.wire.Asked;

/** The contract of this door, version 1: {@code soap/lienthong-v1.xsd} and {@code .wsdl}. */
@InNodeRole
@Component
public class Contract {

    /** The namespace of everything in it. */
    public static final String NAMESPACE = "urn:vn:lienthong:exchange:v1";

    private static final String SCHEMA = "soap/lienthong-v1.xsd";

    private final Schema schema;

    /** Reads the schema, which is part of the program. */
    public Contract() throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        this.schema = factory.newSchema(
                new StreamSource(new ClassPathResource(SCHEMA).getURL().toExternalForm()));
    }

    /**
     * Checks that a request keeps to the contract.
     *
     * @throws ProblemException with every element that does not
     */
    public void check(Element payload) {
        Element copy = (Element) payload.cloneNode(true);
        removeReferences(copy);
        FaultyElements faulty = new FaultyElements();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(faulty);
        try {
            faulty.watch(validator);
            validator.validate(new DOMSource(copy));
        } catch (SAXException | IOException e) {
            // The validator's message may quote the content; what the handler has found says where.
            throw problem(faulty.found());
        }
        if (!faulty.found().isEmpty()) {
            throw problem(faulty.found());
        }
    }

    private static ProblemException problem(List<FieldProblem> found) {
        return new ProblemException(ErrorCode.FIELD_INVALID, found);
    }

    /** For the schema a reference to an attachment stands for base64. */
    private static void removeReferences(Element copy) {
        NodeList includes = copy.getElementsByTagNameNS(Asked.XOP, "Include");
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < includes.getLength(); i++) {
            all.add(includes.item(i));
        }
        all.forEach(include -> include.getParentNode().removeChild(include));
    }
}
