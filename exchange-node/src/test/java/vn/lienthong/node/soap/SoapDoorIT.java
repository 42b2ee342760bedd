package vn.lienthong.node.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.soap.SoapClient.SOAP_11;
import static vn.lienthong.node.soap.SoapClient.element;
import static vn.lienthong.node.soap.SoapClient.envelope;
import static vn.lienthong.node.soap.SoapClient.include;
import static vn.lienthong.node.soap.SoapClient.mtom;
import static vn.lienthong.node.soap.SoapClient.related;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

/** The SOAP door over HTTPS: two agencies of one node, one sends and the other takes, with everything that one should not do. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapDoorIT {

    private static final AgencyCode SENDER = new AgencyCode("H37.71");
    private static final AgencyCode RECIPIENT = new AgencyCode("H37.72");
    private static final byte[] PDF =
            "%PDF-1.7 thử\r\n--uuid-không-phải-ranh-giới\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final String SOAP_11_TYPE = "text/xml";
    private static final String SOAP_12_TYPE = "application/soap+xml";

    private final SoapClient client;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final String sending;
    private final String receiving;

    @Autowired
    SoapDoorIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys keys,
            InstantSource clock,
            TestDirectory directory,
            TimeOrderedIds ids) {
        HttpClient http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.client = new SoapClient(http, "https://127.0.0.1:" + ports.api(), keys, clock);
        this.directory = directory;
        this.ids = ids;
        this.sending = client.key(SENDER, ApiScope.SUBMIT, ApiScope.TRACK);
        this.receiving = client.key(RECIPIENT, ApiScope.RECEIVE, ApiScope.TRACK);
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        var _ = directory.host(SENDER);
        var _ = directory.host(RECIPIENT);
    }

    private static String document(String number) {
        return "<document><codeNumber>" + number + "</codeNumber><codeNotation>TTr-UBND</codeNotation>"
                + "<typeName>Tờ trình</typeName><subject>Về việc thử</subject>"
                + "<signer><position>Chủ tịch</position><fullName>Nguyễn Văn A</fullName></signer>"
                + "<urgency>1</urgency><toPlaces>Như trên</toPlaces><toPlaces>Lưu: VT</toPlaces>"
                + "<promulgationAmount>3</promulgationAmount></document>";
    }

    private String submission(String number, String files) {
        return "<messageId>" + ids.next() + "</messageId><recipients>" + RECIPIENT + "</recipients>" + document(number)
                + files;
    }

    private static String file(String name, String content) {
        return "<files><name>" + name + "</name><mediaType>application/pdf</mediaType>" + content + "</files>";
    }

    private static String attached(String name, String id) {
        return file(name, "<content>" + include(id) + "</content>");
    }

    private SoapReply submit(String content, Map<String, byte[]> attachments) throws IOException, InterruptedException {
        String message = envelope(SoapClient.SOAP_12, "", element("Submit", content));
        return client.post(
                sending, mtom(SOAP_12_TYPE), BodyPublishers.ofByteArray(related(SOAP_12_TYPE, message, attachments)));
    }

    /** Sends a document; its entry at the recipient. */
    private String arrive(String number) throws IOException, InterruptedException {
        String parcel = submit(submission(number, attached("a.pdf", "a@x")), Map.of("a@x", PDF))
                .ok()
                .text("parcelId");
        return entry(parcel);
    }

    private String entry(String parcel) throws IOException, InterruptedException {
        client.call(sending, "Status", "<parcelId>" + parcel + "</parcelId><wait>25</wait>")
                .ok();
        SoapReply list = client.call(receiving, "ListInbox", "<wait>25</wait><pageSize>199</pageSize>")
                .ok();
        int place = list.texts("parcelId").indexOf(parcel);
        assertThat(place).isNotNegative();
        return list.texts("entryId").get(place);
    }

    private static String leased(String entry, SoapReply lease) {
        return "<entryId>" + entry + "</entryId><leaseId>" + lease.text("leaseId") + "</leaseId>";
    }

    private SoapReply lease(String entry) throws IOException, InterruptedException {
        return client.call(receiving, "Lease", "<entryId>" + entry + "</entryId>");
    }

    @Test
    void carriesADocumentFromSubmissionToReceipt() throws IOException, InterruptedException {
        // The second file comes first: it is put aside and taken up again.
        SoapReply sent = submit(
                        submission("71", attached("tờ trình.pdf", "a@x") + attached("phụ lục.pdf", "b@x")),
                        new java.util.TreeMap<>(Map.of("b@x", "hai".getBytes(StandardCharsets.UTF_8), "a@x", PDF))
                                .descendingMap())
                .ok();
        String parcel = sent.text("parcelId");
        String entry = entry(parcel);
        SoapReply lease = lease(entry).ok();
        assertThat(lease.text("subject")).isEqualTo("Về việc thử");
        assertThat(lease.text("fullName")).isEqualTo("Nguyễn Văn A");
        assertThat(lease.texts("toPlaces")).containsExactly("Như trên", "Lưu: VT");
        assertThat(lease.text("promulgationAmount")).isEqualTo("3");
        String held = leased(entry, lease);
        SoapReply first = client.call(receiving, "Fetch", held + "<part>FILE</part><fileNumber>1</fileNumber>")
                .ok();
        assertThat(first.attachment()).isEqualTo(PDF);
        assertThat(first.text("sha512")).isEqualTo(Sha512.of(PDF).hex());
        SoapReply second = client.call(receiving, "Fetch", held + "<part>FILE</part><fileNumber>2</fileNumber>")
                .ok();
        assertThat(second.attachment()).asString(StandardCharsets.UTF_8).isEqualTo("hai");
        byte[] all = client.call(receiving, "Fetch", held + "<part>PACKAGE</part>")
                .ok()
                .attachment();
        assertThat(Sha512.of(all).hex()).isEqualTo(lease.text("packageSha512"));
        acknowledgeAndState(entry, held, all);
        follow(parcel);
    }

    private void acknowledgeAndState(String entry, String held, byte[] all) throws IOException, InterruptedException {
        String wrong = held + "<packageSha512>" + Sha512.of(PDF).hex() + "</packageSha512>";
        SoapReply refused = client.call(receiving, "Acknowledge", wrong).refused("LT-1002");
        assertThat(refused.text("element")).isEqualTo("packageSha512");
        String right = held + "<packageSha512>" + Sha512.of(all).hex() + "</packageSha512>";
        SoapReply done = client.call(receiving, "Acknowledge", right).ok();
        assertThat(done.text("event")).isNotBlank();
        assertThat(client.call(receiving, "Acknowledge", right).ok().text("id")).isEqualTo(done.text("id"));
        lease(entry).refused("LT-1007");
        String status = "<entryId>" + entry + "</entryId><status>03</status><unit>Văn thư</unit>"
                + "<arrivalNumber>12</arrivalNumber><dueDate>2026-12-31</dueDate>";
        SoapReply stated = client.call(receiving, "SendStatus", status).ok();
        assertThat(stated.text("status")).isEqualTo("03");
        SoapReply known = client.call(receiving, "Statements", "<entryId>" + entry + "</entryId>")
                .ok();
        assertThat(known.texts("statementId")).contains(stated.text("statementId"));
    }

    private void follow(String parcel) throws IOException, InterruptedException {
        SoapReply status = client.call(
                        sending,
                        "Status",
                        "<parcelId>" + parcel + "</parcelId><wait>25</wait><state>HANDED_OVER</state>")
                .ok();
        assertThat(status.text("state")).isEqualTo("HANDED_OVER");
        assertThat(client.call(sending, "Statements", "<parcelId>" + parcel + "</parcelId>")
                        .ok()
                        .texts("status"))
                .contains("03");
        assertThat(client.call(sending, "ListDispatches", "<pageSize>199</pageSize>")
                        .ok()
                        .texts("parcelId"))
                .contains(parcel);
        SoapReply receipt = client.call(
                        sending,
                        "Receipt",
                        "<parcelId>" + parcel + "</parcelId><recipient>" + RECIPIENT + "</recipient>")
                .ok();
        assertThat(receipt.texts("event")).contains("SubmissionAcceptance");
        assertThat(receipt.texts("verification")).containsOnly("VALID");
        assertThat(receipt.attachment()).asString(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        client.call(client.key(RECIPIENT, ApiScope.SUBMIT), "Receipt", "<parcelId>" + parcel + "</parcelId>")
                .refused("LT-1005");
        SoapReply recalled = client.call(
                        sending,
                        "Recall",
                        "<parcelId>" + parcel + "</parcelId><recipients>" + RECIPIENT
                                + "</recipients><text>Nhầm</text>")
                .ok();
        assertThat(recalled.text("result")).isEqualTo("SENT");
    }

    @Test
    void answersSoap11AsWell() throws IOException, InterruptedException {
        SoapReply pong = client.post(
                        receiving,
                        SOAP_11_TYPE + ";charset=UTF-8",
                        envelope(SOAP_11, "", element("Ping", "<text>ê</text>")))
                .ok();
        assertThat(pong.text("agency")).isEqualTo(RECIPIENT.value());
        assertThat(pong.text("text")).isEqualTo("ê");
        String inline = "<content>" + java.util.Base64.getEncoder().encodeToString(PDF) + "</content>";
        String message = envelope(SOAP_11, "", element("Submit", submission("72", file("a.pdf", inline))));
        SoapReply sent = client.post(sending, SOAP_11_TYPE, message).ok();
        SoapReply again = client.post(sending, SOAP_11_TYPE, message).ok();
        assertThat(again.text("repeated")).isEqualTo("true");
        assertThat(again.text("parcelId")).isEqualTo(sent.text("parcelId"));
        client.post(sending, SOAP_11_TYPE, message.replace(">72<", ">73<")).refused("LT-1401");
        client.post(sending, SOAP_12_TYPE, message).refused("LT-1004");
    }

    @Test
    void twoAtOnceGetOneLease() throws IOException, InterruptedException, ExecutionException {
        String entry = arrive("74");
        Callable<SoapReply> wish = () -> lease(entry);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<SoapReply>> both = two.invokeAll(List.of(wish, wish));
            List<String> codes = Stream.of(both.getFirst().get(), both.getLast().get())
                    .map(one -> one.text("code"))
                    .toList();
            assertThat(codes).containsExactlyInAnyOrder("TTr", "LT-1402");
        }
    }

    @Test
    void refusesBySoapWhatThePeopleRefuse() throws IOException, InterruptedException {
        String entry = arrive("75");
        String held = leased(entry, lease(entry).ok());
        SoapReply refused = client.call(receiving, "Refuse", held + "<reason>WRONG_ADDRESSEE</reason><text>Nhầm</text>")
                .ok();
        assertThat(refused.text("recipient")).isEqualTo(RECIPIENT.value());
        client.call(receiving, "Fetch", held + "<part>PACKAGE</part>").refused("LT-5001");
    }

    @Test
    void namesWhatIsWrongAndWhere() throws IOException, InterruptedException {
        SoapReply empty = submit(submission("76", "").replace("<subject>Về việc thử</subject>", ""), Map.of())
                .refused("LT-1002");
        assertThat(empty.text("element")).startsWith("Submit/document");
        String unknown = submission("76", attached("a.pdf", "a@x")).replace(RECIPIENT.value(), "X99");
        SoapReply nobody = submit(unknown, Map.of("a@x", PDF)).refused("LT-1201");
        assertThat(nobody.text("element")).isEqualTo("recipients[1]");
        String secret = submission("76", attached("a.pdf", "a@x"))
                .replace("<toPlaces>Như", "<secrecy>SECRET</secrecy><toPlaces>Như");
        assertThat(submit(secret, Map.of("a@x", PDF)).refused("LT-1209").text("element"))
                .isEqualTo("document/secrecy");
        submit(submission("76", attached("a.pdf", "missing")), Map.of("a@x", PDF))
                .refused("LT-1001");
        submit(submission("76", attached("a/b.pdf", "a@x")), Map.of("a@x", PDF)).refused("LT-1008");
        String other =
                "<sha512>" + Sha512.of("b".getBytes(StandardCharsets.UTF_8)).hex() + "</sha512>";
        SoapReply digest = submit(
                        submission("76", file("a.pdf", other + "<content>" + include("a@x") + "</content>")),
                        Map.of("a@x", PDF))
                .refused("LT-1002");
        assertThat(digest.text("element")).isEqualTo("files[1]/sha512");
        submit(
                        submission("76", attached("a.pdf", "a@x")).replaceAll("<messageId>.*</messageId>", ""),
                        Map.of("a@x", PDF))
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
            client.post(receiving, SOAP_11_TYPE, hostile).refused("LT-1001");
        }
        String header = "<h:x xmlns:h=\"urn:h\" s:mustUnderstand=\"1\">SENTINEL</h:x>";
        client.post(receiving, SOAP_11_TYPE, envelope(SOAP_11, header, element("Ping", "")))
                .refused("LT-1001");
        String away = "<a:ReplyTo xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
                + "<a:Address>http://127.0.0.1:1/</a:Address></a:ReplyTo>";
        client.post(receiving, SOAP_11_TYPE, envelope(SOAP_11, away, element("Ping", "")))
                .refused("LT-1001");
        client.post(
                        receiving,
                        SOAP_12_TYPE + ";action=\"" + SoapReply.NAMESPACE + "/Lease\"",
                        envelope(SoapClient.SOAP_12, "", element("Ping", "")))
                .refused("LT-1001");
        client.post(receiving, "application/json", "{}").refused("LT-1003");
        client.post(receiving, SOAP_11_TYPE, " ".repeat(3 << 20) + ping).refused("LT-1301");
        client.post(receiving, mtom(SOAP_11_TYPE), "--" + SoapClient.BOUNDARY).refused("LT-1001");
        client.call(receiving, "Lease", "<entryId>0</entryId>").refused("LT-1002");
        client.call(receiving, "Lease", "<entryId>999999999</entryId>").refused("LT-1005");
    }

    @Test
    void takesKeysTokensAndSignaturesAndNothingElse() throws IOException, InterruptedException {
        client.call("", "Ping", "").refused("LT-1101");
        client.call("ltk_x_y", "Ping", "").refused("LT-1101");
        client.call(sending, "ListInbox", "").refused("LT-1103");
        String name = receiving.split("_", -1)[1];
        assertThat(token(name, receiving).ok().text("agency")).isEqualTo(RECIPIENT.value());
        token("other", receiving).refused("LT-1101");
        token(name, receiving + "x").refused("LT-1101");
    }

    private SoapReply token(String name, String password) throws IOException, InterruptedException {
        String wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
        String header = "<w:Security xmlns:w=\"" + wsse + "\" s:mustUnderstand=\"1\"><w:UsernameToken><w:Username>"
                + name + "</w:Username><w:Password>" + password + "</w:Password></w:UsernameToken></w:Security>";
        return client.post("", SOAP_11_TYPE, envelope(SOAP_11, header, element("Ping", "")));
    }

    @Test
    void takesSignedMessagesOfRegisteredCertificates() throws IOException, InterruptedException {
        SignedMessage signer = SignedMessage.fresh();
        var bounds = new ApiKeyBounds(ApiKeyKind.LIVE, List.of(), CertificateDigest.of(signer.certificate()));
        var end = client.clock().instant().plusSeconds(3600);
        var _ = client.keys().issue(new NewApiKey(SENDER, "signed", Set.of(ApiScope.SUBMIT), end, bounds));
        String ping = signer.sign(element("Ping", ""), client.clock().instant());
        assertThat(client.post("", SOAP_11_TYPE, ping).ok().text("agency")).isEqualTo(SENDER.value());
        client.post("", SOAP_11_TYPE, ping.replace("<Ping ", "<Ping><text>x</text></Ping><Ping "))
                .refused("LT-1001");
        client.post(
                        "",
                        SOAP_11_TYPE,
                        SignedMessage.fresh()
                                .sign(element("Ping", ""), client.clock().instant()))
                .refused("LT-1101");
        client.post(receiving, SOAP_11_TYPE, ping).refused("LT-1101");
        String bare = signer.sign(
                element("Submit", submission("77", attached("a.pdf", "a@x"))),
                client.clock().instant());
        SoapReply missing = client.post(
                        "",
                        mtom(SOAP_11_TYPE),
                        BodyPublishers.ofByteArray(related(SOAP_11_TYPE, bare, Map.of("a@x", PDF))))
                .refused("LT-1002");
        assertThat(missing.text("element")).isEqualTo("files[1]/sha512");
        String digest = "<sha512>" + Sha512.of(PDF).hex() + "</sha512><content>" + include("a@x") + "</content>";
        String bound = signer.sign(
                element("Submit", submission("78", file("a.pdf", digest))),
                client.clock().instant());
        client.post(
                        "",
                        mtom(SOAP_11_TYPE),
                        BodyPublishers.ofByteArray(related(SOAP_11_TYPE, bound, Map.of("a@x", PDF))))
                .ok();
    }

    @Test
    void listsAgenciesUntilNothingIsNew() throws IOException, InterruptedException {
        SoapReply all =
                client.call(receiving, "Directory", "<query>h37.7</query>").ok();
        assertThat(all.texts("code")).contains(SENDER.value(), RECIPIENT.value());
        SoapReply same = client.call(receiving, "Directory", "<since>" + all.text("version") + "</since>")
                .ok();
        assertThat(same.text("unchanged")).isEqualTo("true");
        assertThat(same.has("agencies")).isFalse();
    }

    @Test
    void streamsLargeFilesBothWays() throws IOException, InterruptedException {
        long size = 30L << 20;
        String message =
                envelope(SoapClient.SOAP_12, "", element("Submit", submission("79", attached("lớn.pdf", "big@x"))));
        byte[] head = (new String(SoapClient.head(SOAP_12_TYPE, message), StandardCharsets.UTF_8) + "\r\n--"
                        + SoapClient.BOUNDARY + "\r\nContent-ID: <big@x>\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + SoapClient.BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        String parcel = client.post(
                        sending,
                        mtom(SOAP_12_TYPE),
                        BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(java.util.Collections.enumeration(List.of(
                                        new ByteArrayInputStream(head),
                                        new Zeros(size),
                                        new ByteArrayInputStream(tail))))))
                .ok()
                .text("parcelId");
        String entry = entry(parcel);
        String held = leased(entry, lease(entry).ok());
        HttpResponse<InputStream> answer = client.http()
                .send(
                        client.request(
                                receiving,
                                SOAP_12_TYPE,
                                BodyPublishers.ofString(envelope(
                                        SoapClient.SOAP_12,
                                        "",
                                        element("Fetch", held + "<part>FILE</part><fileNumber>1</fileNumber>")))),
                        BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.transferTo(java.io.OutputStream.nullOutputStream())).isBetween(size, size + 4000);
        }
    }

    /** So many octets of nothing. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            super();
            this.left = size;
        }

        @Override
        public int read() {
            left--;
            return left < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] octets, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            java.util.Arrays.fill(octets, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
