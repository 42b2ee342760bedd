package vn.lienthong.node.soap.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.soap.internal.wire.Envelope;

class BodySignatureTest {

    private static final SignedMessage CLIENT = SignedMessage.fresh();
    private static final SignedMessage OTHER = SignedMessage.fresh();
    private static final Instant NOW = aroundWhichCertificatesAreValid();
    private static final String PAYLOAD = "<o:Pay xmlns:o=\"urn:o\"><o:to>A</o:to></o:Pay>";
    private static final String EVIL = "<o:Pay xmlns:o=\"urn:o\"><o:to>B</o:to></o:Pay>";

    private static Instant aroundWhichCertificatesAreValid() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<X509Certificate> verify(String message, Instant now) {
        return BodySignature.verify(Envelope.read(message.getBytes(StandardCharsets.UTF_8)), now);
    }

    private static void refuses(String message, ErrorCode code) {
        refuses(message, NOW, code);
    }

    private static void refuses(String message, Instant now, ErrorCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verify(message, now))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static String signed() {
        return CLIENT.sign(PAYLOAD, NOW);
    }

    @Test
    void takesAMessageThatIsSignedSoundly() {
        assertThat(verify(signed(), NOW)).hasValue(CLIENT.certificate());
    }

    @Test
    void findsNoSignerWhereNobodySigned() {
        String plain = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + PAYLOAD
                + "</s:Body></s:Envelope>";
        assertThat(verify(plain, NOW)).isEmpty();
    }

    @Test
    void refusesAnotherBody() {
        refuses(signed().replace("<o:to>A<", "<o:to>B<"), ErrorCode.NOT_AUTHENTICATED);
    }

    @Test
    void refusesAnotherMessageId() {
        refuses(signed().replace("urn:uuid:2", "urn:uuid:3"), ErrorCode.NOT_AUTHENTICATED);
    }

    @Test
    void refusesAnotherCertificateThanTheSigners() {
        String message = signed();
        String token =
                message.substring(message.indexOf("u:Id=\"token\">"), message.indexOf("</w:BinarySecurityToken>"));
        String foreign = OTHER.sign(PAYLOAD, NOW);
        String swapped =
                foreign.substring(foreign.indexOf("u:Id=\"token\">"), foreign.indexOf("</w:BinarySecurityToken>"));
        refuses(message.replace(token, swapped), ErrorCode.NOT_AUTHENTICATED);
    }

    @Test
    void refusesABodyThatWasMovedIntoTheHeader() {
        String message = signed();
        String body = message.substring(message.indexOf("<s:Body"), message.indexOf("</s:Envelope>"));
        String evil = "<s:Body u:Id=\"other\">" + EVIL + "</s:Body>";
        String wrapped = message.replace(body, evil)
                .replace("</s:Header>", "<x:Wrapper xmlns:x=\"urn:x\">" + body + "</x:Wrapper></s:Header>");
        refuses(wrapped, ErrorCode.REQUEST_MALFORMED);
        refuses(wrapped.replace("u:Id=\"other\"", ""), ErrorCode.REQUEST_MALFORMED);
        refuses(wrapped.replace("u:Id=\"other\"", "u:Id=\"body\""), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesABodyThatWasMovedIntoTheSignature() {
        String message = signed();
        String body = message.substring(message.indexOf("<s:Body"), message.indexOf("</s:Envelope>"));
        String evil = "<s:Body u:Id=\"other\">" + EVIL + "</s:Body>";
        String wrapped = message.replace(body, evil)
                .replace("</ds:Signature>", "<ds:Object>" + body + "</ds:Object></ds:Signature>");
        refuses(wrapped, ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesIdentifiersThatComeTwiceUnderWhateverName() {
        refuses(signed().replace("<o:to>", "<o:to Id=\"body\">"), ErrorCode.REQUEST_MALFORMED);
        refuses(signed().replace("<o:to>", "<o:to xml:id=\"time\">"), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesASignatureThatCoversTooLittle() {
        for (List<String> covered : List.of(List.of("body"), List.of("time", "id"), List.of("body", "time"))) {
            refuses(CLIENT.sign(PAYLOAD, NOW, covered, DigestMethod.SHA256), ErrorCode.REQUEST_MALFORMED);
        }
    }

    @Test
    void refusesWeakDigests() {
        String weak = signed().replace(DigestMethod.SHA256, DigestMethod.SHA1);
        refuses(weak, ErrorCode.NOT_AUTHENTICATED);
    }

    @Test
    void refusesOtherTransforms() {
        String exclusive = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"";
        String xslt = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"";
        String xpath = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"";
        assertThat(signed()).contains(exclusive);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verify(signed().replace(exclusive, xslt), NOW));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verify(signed().replace(exclusive, xpath), NOW));
        refuses(signed().replace("URI=\"#body\"", "URI=\"\""), ErrorCode.REQUEST_MALFORMED);
        refuses(signed().replace("URI=\"#body\"", "URI=\"http://127.0.0.1:1/\""), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesAMessageOfAnotherTime() {
        refuses(signed(), NOW.plus(Duration.ofMinutes(7)), ErrorCode.CREDENTIALS_EXPIRED);
        refuses(signed(), NOW.minus(Duration.ofMinutes(2)), ErrorCode.CREDENTIALS_EXPIRED);
        assertThat(verify(signed(), NOW.plusSeconds(30))).isPresent();
    }

    @Test
    void refusesTwoSignaturesTokensOrTimestamps() {
        String message = signed();
        String signature = message.substring(message.indexOf("<ds:Signature "), message.indexOf("</w:Security>"));
        refuses(message.replace(signature, signature + signature), ErrorCode.REQUEST_MALFORMED);
        refuses(message.replace("</w:Security>", "<u:Timestamp/></w:Security>"), ErrorCode.REQUEST_MALFORMED);
        refuses(message.replace("</w:Security>", "<w:BinarySecurityToken/></w:Security>"), ErrorCode.REQUEST_MALFORMED);
    }

    @Test
    void refusesTokensThatAreNoCertificate() {
        String message = signed();
        String token =
                message.substring(message.indexOf("u:Id=\"token\">") + 13, message.indexOf("</w:BinarySecurityToken>"));
        refuses(message.replace(token, "AAAA"), ErrorCode.REQUEST_MALFORMED);
        refuses(message.replace(token, "?"), ErrorCode.REQUEST_MALFORMED);
        refuses(message.replace(token, "A".repeat(20_000)), ErrorCode.REQUEST_MALFORMED);
    }
}
