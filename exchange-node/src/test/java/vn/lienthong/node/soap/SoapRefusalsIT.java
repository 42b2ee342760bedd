package vn.lienthong.node.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.soap.SoapClient.SOAP_11;
import static vn.lienthong.node.soap.SoapClient.element;
import static vn.lienthong.node.soap.SoapClient.envelope;
import static vn.lienthong.node.soap.SoapClient.include;
import static vn.lienthong.node.soap.SoapClient.mtom;
import static vn.lienthong.node.soap.SoapClient.related;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.soap.internal.access.SignedMessage;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The SOAP door over HTTPS, with everything that one should not do. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapRefusalsIT {

    private final SoapDesk desk;

    @Autowired
    SoapRefusalsIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys keys,
            InstantSource clock,
            TestDirectory directory,
            TimeOrderedIds ids)
            throws IOException {
        HttpClient http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        SoapClient client = new SoapClient(http, "https://127.0.0.1:" + ports.api(), keys, clock);
        this.desk = new SoapDesk(client, directory, ids, new AgencyCode("H37.73"), new AgencyCode("H37.74"));
    }

    @Test
    void namesWhatIsWrongAndWhere() throws IOException, InterruptedException {
        SoapReply empty = desk.submit(desk.submission("76", "").replace("<subject>Về việc thử</subject>", ""), Map.of())
                .refused("LT-1002");
        assertThat(empty.text("element")).startsWith("Submit/document");
        String unknown =
                desk.submission("76", SoapDesk.attached("a.pdf", "a@x")).replace(desk.recipient.value(), "X99");
        SoapReply nobody = desk.submit(unknown, Map.of("a@x", SoapDesk.PDF)).refused("LT-1201");
        assertThat(nobody.text("element")).isEqualTo("recipients[1]");
        String secret = desk.submission("76", SoapDesk.attached("a.pdf", "a@x"))
                .replace("<toPlaces>Như", "<secrecy>SECRET</secrecy><toPlaces>Như");
        assertThat(desk.submit(secret, Map.of("a@x", SoapDesk.PDF))
                        .refused("LT-1209")
                        .text("element"))
                .isEqualTo("document/secrecy");
        desk.submit(desk.submission("76", SoapDesk.attached("a.pdf", "missing")), Map.of("a@x", SoapDesk.PDF))
                .refused("LT-1001");
        desk.submit(desk.submission("76", SoapDesk.attached(" ", "a@x")), Map.of("a@x", SoapDesk.PDF))
                .refused("LT-1008");
        String other =
                "<sha512>" + Sha512.of("b".getBytes(StandardCharsets.UTF_8)).hex() + "</sha512>";
        SoapReply digest = desk.submit(
                        desk.submission(
                                "76", SoapDesk.file("a.pdf", other + "<content>" + include("a@x") + "</content>")),
                        Map.of("a@x", SoapDesk.PDF))
                .refused("LT-1002");
        assertThat(digest.text("element")).isEqualTo("files[1]/sha512");
        desk.submit(
                        desk.submission("76", SoapDesk.attached("a.pdf", "a@x"))
                                .replaceAll("<messageId>.*</messageId>", ""),
                        Map.of("a@x", SoapDesk.PDF))
                .refused("LT-1002");
    }

    @Test
    void refusesMessagesThatAreNotAsTheyShouldBe() throws IOException, InterruptedException {
        String ping = envelope(SOAP_11, "", element("Ping", ""));
        for (String hostile : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + ping,
                ping.replace("</s:Body>", "</s:Body><s:Body/>"),
                ping.replace("Ping", "Unknown"),
                ping.replace(SoapReply.NAMESPACE, "urn:other"),
                "{}",
                "")) {
            desk.client.post(desk.receiving, SoapDesk.SOAP_11_TYPE, hostile).refused("LT-1001");
        }
        String header = "<h:x xmlns:h=\"urn:h\" s:mustUnderstand=\"1\">SENTINEL</h:x>";
        desk.client
                .post(desk.receiving, SoapDesk.SOAP_11_TYPE, envelope(SOAP_11, header, element("Ping", "")))
                .refused("LT-1001");
        String away = "<a:ReplyTo xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
                + "<a:Address>http://127.0.0.1:1/</a:Address></a:ReplyTo>";
        desk.client
                .post(desk.receiving, SoapDesk.SOAP_11_TYPE, envelope(SOAP_11, away, element("Ping", "")))
                .refused("LT-1001");
        desk.client
                .post(
                        desk.receiving,
                        SoapDesk.SOAP_12_TYPE + ";action=\"" + SoapReply.NAMESPACE + "/Lease\"",
                        envelope(SoapClient.SOAP_12, "", element("Ping", "")))
                .refused("LT-1001");
        desk.client.post(desk.receiving, "application/json", "{}").refused("LT-1003");
        desk.client
                .post(desk.receiving, SoapDesk.SOAP_11_TYPE, " ".repeat(3 << 20) + ping)
                .refused("LT-1301");
        desk.client
                .post(desk.receiving, mtom(SoapDesk.SOAP_11_TYPE), "--" + SoapClient.BOUNDARY)
                .refused("LT-1001");
        desk.client.call(desk.receiving, "Lease", "<entryId>0</entryId>").refused("LT-1002");
        desk.client
                .call(desk.receiving, "Lease", "<entryId>999999999</entryId>")
                .refused("LT-1005");
    }

    @Test
    void takesKeysTokensAndSignaturesAndNothingElse() throws IOException, InterruptedException {
        desk.client.call("", "Ping", "").refused("LT-1101");
        desk.client.call("ltk_x_y", "Ping", "").refused("LT-1101");
        desk.client.call(desk.sending, "ListInbox", "").refused("LT-1103");
        String name = desk.receiving.split("_", -1)[1];
        assertThat(token(name, desk.receiving).ok().text("agency")).isEqualTo(desk.recipient.value());
        token("other", desk.receiving).refused("LT-1101");
        token(name, desk.receiving + "x").refused("LT-1101");
    }

    private SoapReply token(String name, String password) throws IOException, InterruptedException {
        String wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
        String header = "<w:Security xmlns:w=\"" + wsse + "\" s:mustUnderstand=\"1\"><w:UsernameToken><w:Username>"
                + name + "</w:Username><w:Password>" + password + "</w:Password></w:UsernameToken></w:Security>";
        return desk.client.post("", SoapDesk.SOAP_11_TYPE, envelope(SOAP_11, header, element("Ping", "")));
    }

    @Test
    void takesSignedMessagesOfRegisteredCertificates() throws IOException, InterruptedException {
        SignedMessage signer = SignedMessage.fresh();
        var bounds = new ApiKeyBounds(ApiKeyKind.LIVE, List.of(), CertificateDigest.of(signer.certificate()));
        var end = desk.client.clock().instant().plusSeconds(3600);
        var _ = desk.client.keys().issue(new NewApiKey(desk.sender, "signed", Set.of(ApiScope.SUBMIT), end, bounds));
        String ping = signer.sign(element("Ping", ""), desk.client.clock().instant());
        assertThat(desk.client.post("", SoapDesk.SOAP_11_TYPE, ping).ok().text("agency"))
                .isEqualTo(desk.sender.value());
        desk.client
                .post("", SoapDesk.SOAP_11_TYPE, ping.replace("<Ping ", "<Ping><text>x</text></Ping><Ping "))
                .refused("LT-1001");
        desk.client
                .post(
                        "",
                        SoapDesk.SOAP_11_TYPE,
                        SignedMessage.fresh()
                                .sign(element("Ping", ""), desk.client.clock().instant()))
                .refused("LT-1101");
        desk.client.post(desk.receiving, SoapDesk.SOAP_11_TYPE, ping).refused("LT-1101");
        String bare = signer.sign(
                element("Submit", desk.submission("77", SoapDesk.attached("a.pdf", "a@x"))),
                desk.client.clock().instant());
        SoapReply missing = desk.client
                .post(
                        "",
                        mtom(SoapDesk.SOAP_11_TYPE),
                        BodyPublishers.ofByteArray(related(SoapDesk.SOAP_11_TYPE, bare, Map.of("a@x", SoapDesk.PDF))))
                .refused("LT-1002");
        assertThat(missing.text("element")).isEqualTo("files[1]/sha512");
        String digest =
                "<sha512>" + Sha512.of(SoapDesk.PDF).hex() + "</sha512><content>" + include("a@x") + "</content>";
        String bound = signer.sign(
                element("Submit", desk.submission("78", SoapDesk.file("a.pdf", digest))),
                desk.client.clock().instant());
        desk.client
                .post(
                        "",
                        mtom(SoapDesk.SOAP_11_TYPE),
                        BodyPublishers.ofByteArray(related(SoapDesk.SOAP_11_TYPE, bound, Map.of("a@x", SoapDesk.PDF))))
                .ok();
    }
}
