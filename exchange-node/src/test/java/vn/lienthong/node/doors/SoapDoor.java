package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.soap.SoapClient;
import vn.lienthong.node.soap.SoapReply;

/** A system that speaks SOAP. */
final class SoapDoor implements Door {

    private static final String INNER = "application/soap+xml";

    private final SoapClient client;
    private final String key;
    private final Map<String, String> parcels = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();

    SoapDoor(SoapClient client, String key) {
        this.client = client;
        this.key = key;
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException {
        StringBuilder content = new StringBuilder("<messageId>matrix-" + letter.number() + "</messageId>");
        recipients.forEach(one -> content.append("<recipients>").append(one).append("</recipients>"));
        content.append("<document>")
                .append(element("codeNumber", letter.number()))
                .append(element("codeNotation", Letter.NOTATION))
                .append(element("typeName", Letter.TYPE))
                .append(element("subject", Letter.SUBJECT))
                .append(element("promulgationPlace", Letter.PLACE))
                .append(element("promulgationDate", Letter.DATE))
                .append("<signer>" + element("fullName", Letter.SIGNER) + "</signer>")
                .append(element("urgency", Integer.toString(Letter.URGENCY)))
                .append("</document>");
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        letter.files().forEach((name, octets) -> {
            String id = "file-" + attachments.size() + "@matrix";
            attachments.put(id, octets);
            content.append(
                    "<files>" + element("name", name) + "<content>" + SoapClient.include(id) + "</content></files>");
        });
        String message = SoapClient.envelope(SoapClient.SOAP_12, "", SoapClient.element("Submit", content.toString()));
        SoapReply sent = client.post(
                        key,
                        SoapClient.mtom(INNER),
                        BodyPublishers.ofByteArray(SoapClient.related(INNER, message, attachments)))
                .ok();
        parcels.put(letter.number(), sent.text("parcelId"));
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    @Override
    public Letter.Seen take(String number) throws IOException, InterruptedException {
        String entry = element("entryId", entry(number));
        SoapReply lease = client.call(key, "Lease", entry).ok();
        String held = entry + element("leaseId", lease.text("leaseId"));
        Map<String, String> files = new HashMap<>();
        List<String> names = lease.texts("name");
        for (int i = 0; i < lease.texts("number").size(); i++) {
            byte[] octets = client.call(
                            key, "Fetch", held + "<part>FILE</part><fileNumber>" + (i + 1) + "</fileNumber>")
                    .ok()
                    .attachment();
            files.put(names.get(i), Sha512.of(octets).hex());
        }
        byte[] whole =
                client.call(key, "Fetch", held + "<part>PACKAGE</part>").ok().attachment();
        client.call(
                        key,
                        "Acknowledge",
                        held + element("packageSha512", Sha512.of(whole).hex()))
                .ok();
        entries.put(number, entry);
        return new Letter.Seen(
                lease.text("codeNumber"),
                lease.text("codeNotation"),
                lease.text("subject"),
                lease.text("typeName"),
                lease.text("promulgationDate"),
                lease.text("fullName"),
                lease.text("urgency"),
                files);
    }

    private String entry(String number) throws IOException, InterruptedException {
        for (int i = 0; i < Patience.TURNS; i++) {
            SoapReply list = client.call(key, "ListInbox", "<pageSize>100</pageSize><wait>5</wait>")
                    .ok();
            int place = list.texts("codeNumber").indexOf(number);
            if (place >= 0) {
                return list.texts("entryId").get(place);
            }
            Patience.rest();
        }
        throw new AssertionError("number " + number + " does not arrive");
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException {
        SoapReply stated = client.call(
                        key, "SendStatus", Objects.requireNonNull(entries.get(number)) + element("status", code))
                .ok();
        assertThat(stated.text("status")).isEqualTo(code);
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException {
        SoapReply known = client.call(
                        key, "Statements", element("parcelId", Objects.requireNonNull(parcels.get(number))))
                .ok();
        return known.statements().contains(recipient + " " + code);
    }
}
