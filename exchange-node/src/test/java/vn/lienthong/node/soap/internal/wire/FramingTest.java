package vn.lienthong.node.soap.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.testing.Mutations;

class FramingTest {

    @Test
    void readsBareMessages() {
        assertThat(Framing.of("text/xml; charset=UTF-8").kind()).isEqualTo(SoapKind.SOAP_11);
        Framing later = Framing.of("application/soap+xml;charset=utf-8;action=\"urn:a\"");
        assertThat(later.kind()).isEqualTo(SoapKind.SOAP_12);
        assertThat(later.action()).isEqualTo("urn:a");
        assertThat(later.boundary()).isEmpty();
    }

    @Test
    void readsMessagesWithAttachments() {
        Framing mtom = Framing.of("multipart/related; type=\"application/xop+xml\"; start=\"<a>\";"
                + " start-info=\"application/soap+xml\"; boundary=\"uuid:1\"");
        assertThat(mtom.kind()).isEqualTo(SoapKind.SOAP_12);
        assertThat(mtom.boundary()).hasValue("uuid:1");
        assertThat(Framing.of("multipart/related;type=\"text/xml\";boundary=x").kind())
                .isEqualTo(SoapKind.SOAP_11);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/json",
                "text/xml;charset=UTF-16",
                "multipart/form-data;boundary=x",
                "multipart/related;type=\"text/xml\"",
                "multipart/related;type=\"image/png\";boundary=x",
                "multipart/related;boundary=x",
                "text/xml;charset=\"",
                "text/xml;charset=nowhere"
            })
    void refusesOthers(@Nullable String contentType) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
            var _ = Framing.of(contentType);
        });
    }

    @Test
    void refusesLongBoundaries() {
        String type = "multipart/related;type=\"text/xml\";boundary=" + "x".repeat(100);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
            var _ = Framing.of(type);
        });
    }

    @Test
    void endsInAFramingOrARefusalWhateverIsDamaged() {
        List<byte[]> good = List.of(
                ("multipart/related; type=\"application/xop+xml\"; start=\"<a>\"; start-info=\"application/soap+xml\";"
                                + " boundary=\"uuid:1\"")
                        .getBytes(StandardCharsets.ISO_8859_1),
                "application/soap+xml;charset=utf-8;action=\"urn:a\"".getBytes(StandardCharsets.ISO_8859_1));
        Mutations.each(good, octets -> {
            try {
                assertThat(Framing.of(new String(octets, StandardCharsets.ISO_8859_1)))
                        .isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.code().httpStatus()).isLessThan(500);
            }
        });
    }
}
