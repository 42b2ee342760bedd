package vn.lienthong.node.soap.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.testing.Mutations;

class XmlGateTest {

    private static final String E11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OPEN = "<s:Envelope xmlns:s=\"" + E11 + "\">";
    private static final String CLOSE = "</s:Envelope>";

    private static String message(String body) {
        return OPEN + "<s:Body>" + body + "</s:Body>" + CLOSE;
    }

    private static Envelope read(String text) {
        return Envelope.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(String text, ErrorCode code) {
        refuses(text, StandardCharsets.UTF_8, code);
    }

    private static void refuses(String text, Charset charset, ErrorCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Envelope.read(text.getBytes(charset)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(problem -> assertThat(problem.errors().toString()).doesNotContain("SENTINEL"));
    }

    @Test
    void takesBothVersionsWithWhateverPrefix() {
        assertThat(read(message("<a/>")).kind()).isEqualTo(SoapKind.SOAP_11);
        Envelope later = read("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a --><Envelope xmlns=\""
                + SoapKind.SOAP_12.namespace() + "\"><Header><x:b xmlns:x=\"urn:x\"/></Header>"
                + "<Body><p:c xmlns:p=\"urn:p\">chữ</p:c></Body></Envelope>");
        assertThat(later.kind()).isEqualTo(SoapKind.SOAP_12);
        assertThat(later.headers()).hasSize(1);
        assertThat(later.payload().getNamespaceURI()).isEqualTo("urn:p");
        assertThat(later).hasToString("Envelope[SOAP_12, c]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/SENTINEL.dtd\">",
                "<!DOCTYPE a [<!ENTITY a \"SENTINEL\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;]>",
                "<?php SENTINEL ?>",
                "<?xml-stylesheet href=\"SENTINEL\"?>"
            })
    void refusesDocumentTypesAndInstructions(String before) {
        refuses(before + message("<a>SENTINEL</a>"), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesEntitiesThatNobodyDeclared() {
        refuses(message("<a>&SENTINEL;</a>"), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesOtherEncodings() {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + message("<a>SENTINEL</a>");
        refuses(text, StandardCharsets.UTF_16, ErrorCode.REQUEST_MALFORMED);
        refuses(text, StandardCharsets.UTF_8, ErrorCode.REQUEST_MALFORMED);
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + message("<a>SENTINELé</a>");
        refuses(latin, StandardCharsets.ISO_8859_1, ErrorCode.REQUEST_MALFORMED);
        refuses(message("<a>SENTINELé</a>"), StandardCharsets.ISO_8859_1, ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesWhatPassesABound() {
        refuses(message("<a>".repeat(10_000) + "</a>".repeat(10_000)), ErrorCode.TOO_LARGE);
        refuses(message("<a>" + "<b/>".repeat(40_000) + "</a>"), ErrorCode.TOO_LARGE);
        refuses(message("<a b=\"" + "SENTINEL".repeat(1000) + "\"/>"), ErrorCode.TOO_LARGE);
        StringBuilder many = new StringBuilder("<a");
        StringBuilder declared = new StringBuilder("<a");
        for (int i = 0; i < 50; i++) {
            many.append(" b").append(i).append("=\"\"");
            declared.append(" xmlns:b").append(i).append("=\"urn:b\"");
        }
        refuses(message(many + "/>"), ErrorCode.TOO_LARGE);
        refuses(message(declared + "/>"), ErrorCode.TOO_LARGE);
        refuses(message("<" + "a".repeat(300) + "/>"), ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN + CLOSE,
                OPEN + "<s:Body/>" + CLOSE,
                OPEN + "<s:Body><a/><b/></s:Body>" + CLOSE,
                OPEN + "<s:Body><a/></s:Body><s:Body><a/></s:Body>" + CLOSE,
                OPEN + "<s:Body><a/></s:Body><s:Header/>" + CLOSE,
                OPEN + "<s:Header/><s:Header/><s:Body><a/></s:Body>" + CLOSE,
                OPEN + "<s:Body><a/></s:Body><x/>" + CLOSE,
                OPEN + "<Body><a/></Body>" + CLOSE,
                OPEN + "<x:Body xmlns:x=\"urn:other\"><a/></x:Body>" + CLOSE,
                OPEN + "<s:Body><a/></s:Body>",
                "<a/>",
                "",
                "not xml",
                "{}"
            })
    void refusesOtherShapes(String text) {
        refuses(text, ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesVersionsThatItDoesNotSpeak() {
        refuses(message("<a/>").replace(E11, "urn:soap:13"), ErrorCode.VERSION_UNSUPPORTED);
        refuses("<Envelope><Body><a/></Body></Envelope>", ErrorCode.VERSION_UNSUPPORTED);
    }

    @Test
    void refusesTheSameHeaderTwice() {
        Envelope twice = read(OPEN + "<s:Header><h:x xmlns:h=\"urn:h\"/><h:x xmlns:h=\"urn:h\"/></s:Header>"
                + "<s:Body><a/></s:Body>" + CLOSE);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
            var _ = twice.header("urn:h", "x");
        });
    }

    @Test
    void passesOverHeadersForOthers() {
        Envelope other = read(OPEN + "<s:Header><h:x xmlns:h=\"urn:h\" s:actor=\"urn:somebody\"/></s:Header>"
                + "<s:Body><a/></s:Body>" + CLOSE);
        assertThat(other.header("urn:h", "x")).isEmpty();
    }

    @Test
    void endsInAMessageOrARefusalWhateverIsDamaged() {
        List<byte[]> good = List.of(
                message("<a b=\"c\">chữ</a>").getBytes(StandardCharsets.UTF_8),
                ("<?xml version=\"1.0\" encoding=\"utf-8\"?><Envelope xmlns=\"" + SoapKind.SOAP_12.namespace()
                                + "\"><Header><x:b xmlns:x=\"urn:x\"/></Header><Body><p:c"
                                + " xmlns:p=\"urn:p\"/></Body></Envelope>")
                        .getBytes(StandardCharsets.UTF_8));
        Mutations.each(good, octets -> {
            try {
                assertThat(Envelope.read(octets)).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.code().httpStatus()).isLessThan(500);
            }
        });
    }
}
