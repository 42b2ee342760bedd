package vn.lienthong.node.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.soap.SoapClient.SOAP_11;
import static vn.lienthong.node.soap.SoapClient.element;
import static vn.lienthong.node.soap.SoapClient.envelope;
import static vn.lienthong.node.soap.SoapClient.include;
import static vn.lienthong.node.soap.SoapClient.mtom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The SOAP door over HTTPS: two agencies of one node, one sends and the other takes. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapDoorIT {

    private final SoapDesk desk;

    @Autowired
    SoapDoorIT(
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
        this.desk = new SoapDesk(client, directory, ids, new AgencyCode("H37.71"), new AgencyCode("H37.72"));
    }

    @Test
    void carriesADocumentFromSubmissionToReceipt() throws IOException, InterruptedException {
        // The second file comes first: it is put aside and taken up again.
        SoapReply sent = desk.submit(
                        desk.submission(
                                "71",
                                SoapDesk.attached("tờ trình.pdf", "a@x") + SoapDesk.attached("phụ lục.pdf", "b@x")),
                        new TreeMap<>(Map.of("b@x", "hai".getBytes(StandardCharsets.UTF_8), "a@x", SoapDesk.PDF))
                                .descendingMap())
                .ok();
        String parcel = sent.text("parcelId");
        String entry = desk.entry(parcel);
        SoapReply lease = desk.lease(entry).ok();
        assertThat(lease.text("subject")).isEqualTo("Về việc thử");
        assertThat(lease.text("fullName")).isEqualTo("Nguyễn Văn A");
        assertThat(lease.texts("toPlaces")).containsExactly("Như trên", "Lưu: VT");
        assertThat(lease.text("promulgationAmount")).isEqualTo("3");
        String held = SoapDesk.leased(entry, lease);
        SoapReply first = desk.client
                .call(desk.receiving, "Fetch", held + "<part>FILE</part><fileNumber>1</fileNumber>")
                .ok();
        assertThat(first.attachment()).isEqualTo(SoapDesk.PDF);
        assertThat(first.text("sha512")).isEqualTo(Sha512.of(SoapDesk.PDF).hex());
        SoapReply second = desk.client
                .call(desk.receiving, "Fetch", held + "<part>FILE</part><fileNumber>2</fileNumber>")
                .ok();
        assertThat(second.attachment()).asString(StandardCharsets.UTF_8).isEqualTo("hai");
        byte[] all = desk.client
                .call(desk.receiving, "Fetch", held + "<part>PACKAGE</part>")
                .ok()
                .attachment();
        assertThat(Sha512.of(all).hex()).isEqualTo(lease.text("packageSha512"));
        acknowledgeAndState(entry, held, all);
        follow(parcel);
    }

    private void acknowledgeAndState(String entry, String held, byte[] all) throws IOException, InterruptedException {
        String wrong = held + "<packageSha512>" + Sha512.of(SoapDesk.PDF).hex() + "</packageSha512>";
        SoapReply refused =
                desk.client.call(desk.receiving, "Acknowledge", wrong).refused("LT-1002");
        assertThat(refused.text("element")).isEqualTo("packageSha512");
        String right = held + "<packageSha512>" + Sha512.of(all).hex() + "</packageSha512>";
        SoapReply done = desk.client.call(desk.receiving, "Acknowledge", right).ok();
        assertThat(done.text("event")).isNotBlank();
        assertThat(desk.client.call(desk.receiving, "Acknowledge", right).ok().text("id"))
                .isEqualTo(done.text("id"));
        desk.lease(entry).refused("LT-1007");
        String status = "<entryId>" + entry + "</entryId><status>03</status><unit>Văn thư</unit>"
                + "<arrivalNumber>12</arrivalNumber><dueDate>2026-12-31</dueDate>";
        SoapReply stated =
                desk.client.call(desk.receiving, "SendStatus", status).ok();
        assertThat(stated.text("status")).isEqualTo("03");
        SoapReply known = desk.client
                .call(desk.receiving, "Statements", "<entryId>" + entry + "</entryId>")
                .ok();
        assertThat(known.texts("statementId")).contains(stated.text("statementId"));
    }

    private void follow(String parcel) throws IOException, InterruptedException {
        SoapReply status = desk.client
                .call(
                        desk.sending,
                        "Status",
                        "<parcelId>" + parcel + "</parcelId><wait>25</wait><state>HANDED_OVER</state>")
                .ok();
        assertThat(status.text("state")).isEqualTo("HANDED_OVER");
        assertThat(desk.client
                        .call(desk.sending, "Statements", "<parcelId>" + parcel + "</parcelId>")
                        .ok()
                        .texts("status"))
                .contains("03");
        assertThat(desk.client
                        .call(desk.sending, "ListDispatches", "<pageSize>199</pageSize>")
                        .ok()
                        .texts("parcelId"))
                .contains(parcel);
        SoapReply receipt = desk.client
                .call(
                        desk.sending,
                        "Receipt",
                        "<parcelId>" + parcel + "</parcelId><recipient>" + desk.recipient + "</recipient>")
                .ok();
        assertThat(receipt.texts("event")).contains("SubmissionAcceptance");
        assertThat(receipt.texts("verification")).containsOnly("VALID");
        assertThat(receipt.attachment()).asString(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        desk.client
                .call(
                        desk.client.key(desk.recipient, ApiScope.SUBMIT),
                        "Receipt",
                        "<parcelId>" + parcel + "</parcelId>")
                .refused("LT-1005");
        SoapReply recalled = desk.client
                .call(
                        desk.sending,
                        "Recall",
                        "<parcelId>" + parcel + "</parcelId><recipients>" + desk.recipient
                                + "</recipients><text>Nhầm</text>")
                .ok();
        assertThat(recalled.text("result")).isEqualTo("SENT");
    }

    @Test
    void answersSoap11AsWell() throws IOException, InterruptedException {
        SoapReply pong = desk.client
                .post(
                        desk.receiving,
                        SoapDesk.SOAP_11_TYPE + ";charset=UTF-8",
                        envelope(SOAP_11, "", element("Ping", "<text>ê</text>")))
                .ok();
        assertThat(pong.text("agency")).isEqualTo(desk.recipient.value());
        assertThat(pong.text("text")).isEqualTo("ê");
        String inline = "<content>" + Base64.getEncoder().encodeToString(SoapDesk.PDF) + "</content>";
        String message =
                envelope(SOAP_11, "", element("Submit", desk.submission("72", SoapDesk.file("a.pdf", inline))));
        SoapReply sent =
                desk.client.post(desk.sending, SoapDesk.SOAP_11_TYPE, message).ok();
        SoapReply again =
                desk.client.post(desk.sending, SoapDesk.SOAP_11_TYPE, message).ok();
        assertThat(again.text("repeated")).isEqualTo("true");
        assertThat(again.text("parcelId")).isEqualTo(sent.text("parcelId"));
        desk.client
                .post(desk.sending, SoapDesk.SOAP_11_TYPE, message.replace(">72<", ">73<"))
                .refused("LT-1401");
        desk.client.post(desk.sending, SoapDesk.SOAP_12_TYPE, message).refused("LT-1004");
    }

    @Test
    void twoAtOnceGetOneLease() throws IOException, InterruptedException, ExecutionException {
        String entry = desk.arrive("74");
        Callable<SoapReply> wish = () -> desk.lease(entry);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<SoapReply>> both = two.invokeAll(List.of(wish, wish));
            List<String> codes = Stream.of(both.getFirst().get(), both.getLast().get())
                    .map(one -> one.has("leaseId") ? "leased" : one.text("code"))
                    .toList();
            assertThat(codes).containsExactlyInAnyOrder("leased", "LT-1402");
        }
    }

    @Test
    void carriesEdxmlInAndOut() throws IOException, InterruptedException {
        String entry = desk.arrive("80");
        String held = SoapDesk.leased(entry, desk.lease(entry).ok());
        SoapReply read = desk.client
                .call(desk.receiving, "Fetch", held + "<part>EDXML</part>")
                .ok();
        String message = new String(read.attachment(), StandardCharsets.UTF_8);
        assertThat(message).contains("Về việc thử", desk.sender.value());
        String other = message.replace(">80<", ">81<");
        String content = "<messageId>" + other.hashCode() + "</messageId><edxml>" + include("m@x") + "</edxml>";
        SoapReply sent = desk.submit(content, Map.of("m@x", other.getBytes(StandardCharsets.UTF_8)))
                .ok();
        assertThat(sent.text("codeNumber")).isEqualTo("81");
        SoapReply again = desk.submit(content, Map.of("m@x", other.getBytes(StandardCharsets.UTF_8)))
                .ok();
        assertThat(again.text("repeated")).isEqualTo("true");
        SoapReply broken = desk.submit(
                        content.replace("<messageId>", "<messageId>x"),
                        Map.of("m@x", "<edXML/>".getBytes(StandardCharsets.UTF_8)))
                .refused("LT-1001");
        assertThat(broken.text("element")).startsWith("edxml");
    }

    @Test
    void refusesBySoapWhatThePeopleRefuse() throws IOException, InterruptedException {
        String entry = desk.arrive("75");
        String held = SoapDesk.leased(entry, desk.lease(entry).ok());
        SoapReply refused = desk.client
                .call(desk.receiving, "Refuse", held + "<reason>WRONG_ADDRESSEE</reason><text>Nhầm</text>")
                .ok();
        assertThat(refused.text("recipient")).isEqualTo(desk.recipient.value());
        desk.lease(entry).refused("LT-1007");
    }

    @Test
    void listsAgenciesUntilNothingIsNew() throws IOException, InterruptedException {
        SoapReply all = desk.client
                .call(desk.receiving, "Directory", "<query>h37.7</query>")
                .ok();
        assertThat(all.texts("code")).contains(desk.sender.value(), desk.recipient.value());
        SoapReply same = desk.client
                .call(desk.receiving, "Directory", "<since>" + all.text("version") + "</since>")
                .ok();
        assertThat(same.text("unchanged")).isEqualTo("true");
        assertThat(same.has("agencies")).isFalse();
    }

    @Test
    void streamsLargeFilesBothWays() throws IOException, InterruptedException {
        long size = 30L << 20;
        String message = envelope(
                SoapClient.SOAP_12,
                "",
                element("Submit", desk.submission("79", SoapDesk.attached("lớn.pdf", "big@x"))));
        byte[] head = (new String(SoapClient.head(SoapDesk.SOAP_12_TYPE, message), StandardCharsets.UTF_8) + "\r\n--"
                        + SoapClient.BOUNDARY + "\r\nContent-ID: <big@x>\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + SoapClient.BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        String parcel = desk.client
                .post(
                        desk.sending,
                        mtom(SoapDesk.SOAP_12_TYPE),
                        BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                                new ByteArrayInputStream(head), new Zeros(size), new ByteArrayInputStream(tail))))))
                .ok()
                .text("parcelId");
        String entry = desk.entry(parcel);
        String held = SoapDesk.leased(entry, desk.lease(entry).ok());
        HttpResponse<InputStream> answer = desk.client
                .http()
                .send(
                        desk.client.request(
                                desk.receiving,
                                SoapDesk.SOAP_12_TYPE,
                                BodyPublishers.ofString(envelope(
                                        SoapClient.SOAP_12,
                                        "",
                                        element("Fetch", held + "<part>FILE</part><fileNumber>1</fileNumber>")))),
                        BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isBetween(size, size + 4000);
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
            Arrays.fill(octets, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
