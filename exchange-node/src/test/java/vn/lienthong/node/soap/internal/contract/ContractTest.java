package vn.lienthong.node.soap.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.soap.internal.wire.Envelope;

class ContractTest {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String LEASE = "0198a000-0000-7000-8000-000000000001";

    private static Document file(String name) {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream("/soap/" + name))) {
            return Envelope.builder().parse(in);
        } catch (IOException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static void check(String payload) {
        String message = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + payload.replaceFirst("^<(\\w+)", "<$1 xmlns=\"" + Contract.NAMESPACE + "\"")
                + "</s:Body></s:Envelope>";
        try {
            new Contract()
                    .check(Envelope.read(message.getBytes(StandardCharsets.UTF_8))
                            .payload());
        } catch (IOException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void describesEveryOperationInBothBindingsWithItsElements() {
        Document wsdl = file("lienthong-v1.wsdl");
        Document xsd = file("lienthong-v1.xsd");
        TreeSet<String> types = new TreeSet<>();
        for (Element element : elements(xsd.getElementsByTagNameNS(XSD, "element"))) {
            Node parent = element.getParentNode();
            if ("schema".equals(parent.getLocalName())) {
                types.add(element.getAttribute("name"));
            }
        }
        TreeSet<String> operations = new TreeSet<>();
        for (Element part : elements(wsdl.getElementsByTagNameNS(WSDL, "part"))) {
            String type = part.getAttribute("element").substring("tns:".length());
            assertThat(types).contains(type);
            operations.add(type);
        }
        assertThat(operations).isEqualTo(types);
        List<Element> described = elements(wsdl.getElementsByTagNameNS(WSDL, "operation"));
        for (String operation : types) {
            if (types.contains(operation + "Response")) {
                assertThat(described.stream()
                                .filter(one -> one.getAttribute("name").equals(operation)))
                        .as(operation)
                        .hasSize(3);
            }
        }
    }

    @Test
    void takesRequestsThatKeepToIt() {
        check("<Ping/>");
        check("<Lease><entryId>7</entryId><leaseId>" + LEASE + "</leaseId></Lease>");
        check("<Submit><recipients>A01</recipients><edxml><x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\""
                + " href=\"cid:a\"/></edxml></Submit>");
        check(
                "<Submit><document><subject>a</subject></document><files><name>a</name><content>QQ==</content></files></Submit>");
    }

    @ParameterizedTest
    @CsvSource({
        "<Lease/>,Lease",
        "<Lease><entryId>x</entryId></Lease>,Lease/entryId",
        "<Lease><entryId>1</entryId><leaseId>SENTINEL</leaseId></Lease>,Lease/leaseId",
        "<ListInbox><wait>26</wait></ListInbox>,ListInbox/wait",
        "<ListInbox><pageSize>0</pageSize></ListInbox>,ListInbox/pageSize",
        "<ListInbox><other>SENTINEL</other></ListInbox>,ListInbox/other",
        "<SendStatus><entryId>1</entryId><status>01</status></SendStatus>,SendStatus/status",
        "<Ping SENTINEL='1'/>,Ping",
        "<Recall><parcelId>0198a000-0000-7000-8000-000000000001</parcelId><recipients>A</recipients><recipients/><text/></Recall>,Recall/recipients[2]",
        "<Unknown/>,Unknown"
    })
    void namesTheElementAndNeverTheValue(String payload, String element) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(payload))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldProblem::pointer)
                        .anyMatch(pointer -> pointer.equals(element)))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldProblem::message)
                        .noneMatch(message -> message.contains("SENTINEL")));
    }
}
