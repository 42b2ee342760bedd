package vn.lienthong.node.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.soap.SoapClient.element;
import static vn.lienthong.node.soap.SoapClient.envelope;
import static vn.lienthong.node.soap.SoapClient.include;
import static vn.lienthong.node.soap.SoapClient.mtom;
import static vn.lienthong.node.soap.SoapClient.related;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.testing.TestDirectory;

/** Two agencies of one node that talk to it by SOAP: one sends, the other takes. */
final class SoapDesk {

    static final byte[] PDF =
            "%PDF-1.7 thử\r\n--uuid-không-phải-ranh-giới\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    static final String SOAP_11_TYPE = "text/xml";
    static final String SOAP_12_TYPE = "application/soap+xml";

    final SoapClient client;
    final AgencyCode sender;
    final AgencyCode recipient;
    final String sending;
    final String receiving;
    private final TimeOrderedIds ids;

    SoapDesk(SoapClient client, TestDirectory directory, TimeOrderedIds ids, AgencyCode sender, AgencyCode recipient)
            throws IOException {
        this.client = client;
        this.ids = ids;
        this.sender = sender;
        this.recipient = recipient;
        directory.listSelf();
        var _ = directory.host(sender);
        var _ = directory.host(recipient);
        this.sending = client.key(sender, ApiScope.SUBMIT, ApiScope.TRACK);
        this.receiving = client.key(recipient, ApiScope.RECEIVE, ApiScope.TRACK);
    }

    static String document(String number) {
        return "<document><codeNumber>" + number + "</codeNumber><codeNotation>TTr-UBND</codeNotation>"
                + "<typeName>Tờ trình</typeName><subject>Về việc thử</subject>"
                + "<signer><position>Chủ tịch</position><fullName>Nguyễn Văn A</fullName></signer>"
                + "<urgency>1</urgency><toPlaces>Như trên</toPlaces><toPlaces>Lưu: VT</toPlaces>"
                + "<promulgationAmount>3</promulgationAmount></document>";
    }

    String submission(String number, String files) {
        return "<messageId>" + ids.next() + "</messageId><recipients>" + recipient + "</recipients>" + document(number)
                + files;
    }

    static String file(String name, String content) {
        return "<files><name>" + name + "</name><mediaType>application/pdf</mediaType>" + content + "</files>";
    }

    static String attached(String name, String id) {
        return file(name, "<content>" + include(id) + "</content>");
    }

    SoapReply submit(String content, Map<String, byte[]> attachments) throws IOException, InterruptedException {
        String message = envelope(SoapClient.SOAP_12, "", element("Submit", content));
        return client.post(
                sending, mtom(SOAP_12_TYPE), BodyPublishers.ofByteArray(related(SOAP_12_TYPE, message, attachments)));
    }

    /** Sends a document; its entry at the recipient. */
    String arrive(String number) throws IOException, InterruptedException {
        String parcel = submit(submission(number, attached("a.pdf", "a@x")), Map.of("a@x", PDF))
                .ok()
                .text("parcelId");
        return entry(parcel);
    }

    String entry(String parcel) throws IOException, InterruptedException {
        client.call(sending, "Status", "<parcelId>" + parcel + "</parcelId><wait>25</wait>")
                .ok();
        SoapReply list = client.call(receiving, "ListInbox", "<pageSize>199</pageSize><wait>25</wait>")
                .ok();
        int place = list.texts("parcelId").indexOf(parcel);
        assertThat(place).isNotNegative();
        return list.texts("entryId").get(place);
    }

    static String leased(String entry, SoapReply lease) {
        return "<entryId>" + entry + "</entryId><leaseId>" + lease.text("leaseId") + "</leaseId>";
    }

    SoapReply lease(String entry) throws IOException, InterruptedException {
        return client.call(receiving, "Lease", "<entryId>" + entry + "</entryId>");
    }
}
