package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.edxml.EdxmlAttachment;
import vn.lienthong.core.edxml.EdxmlLetter;
import vn.lienthong.core.edxml.EdxmlLimits;
import vn.lienthong.core.edxml.EdxmlReader;
import vn.lienthong.core.edxml.EdxmlReading;
import vn.lienthong.core.edxml.EdxmlStaff;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.edxml.EdxmlUnwrapping;
import vn.lienthong.core.edxml.EdxmlWriter;
import vn.lienthong.core.edxml.EdxmlZip;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.vxp.KitClient;

/** A system with the national kit, which sends and reads edXML. */
final class GatewayDoor implements Door {

    private static final EdxmlReader READER = new EdxmlReader(EdxmlLimits.STANDARD);

    private final KitClient kit;
    private final AgencyCode agency;
    private final Set<String> heard = new HashSet<>();

    GatewayDoor(KitClient kit, AgencyCode agency) {
        this.kit = kit;
        this.agency = agency;
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException {
        good(kit.send(agency.value(), "edoc", message(agency, letter, recipients)));
    }

    /** The letter as an edXML message. */
    static byte[] message(AgencyCode agency, Letter letter, List<AgencyCode> recipients) throws IOException {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(agency, "Cơ quan gửi"), Letter.SUBJECT)
                .recipients(recipients.stream()
                        .map(one -> Organization.of(one, "Cơ quan nhận"))
                        .toList())
                .code(new DocumentCode(letter.number(), Letter.NOTATION))
                .promulgation(new Promulgation(Letter.PLACE, LocalDate.parse(Letter.DATE)))
                .type(DocumentType.named(Letter.TYPE))
                .signer(new Signer("", "", Letter.SIGNER))
                .urgency(Urgency.ofLevel(Letter.URGENCY).orElseThrow())
                .build();
        List<byte[]> contents = new ArrayList<>();
        List<EdxmlAttachment> files = new ArrayList<>();
        letter.files().forEach((name, octets) -> {
            String type = name.endsWith(".pdf") ? "application/pdf" : "text/plain";
            files.add(new EdxmlAttachment(contents.size(), "", name, "", type, octets.length, false));
            contents.add(octets);
        });
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        assertThat(EdxmlWriter.write(
                        EdxmlLetter.of(metadata, files),
                        file -> new ByteArrayInputStream(contents.get(file.index())),
                        message))
                .isEmpty();
        return message.toByteArray();
    }

    private static JsonNode good(JsonNode answer) {
        assertThat(answer.path("ErrorCode").asString()).as(answer.toString()).isEqualTo("0");
        return answer;
    }

    @Override
    public Letter.Seen take(String number) throws IOException, InterruptedException {
        Set<String> others = new HashSet<>();
        for (int i = 0; i < Patience.TURNS; i++) {
            for (JsonNode row : kit.list("edoc")) {
                String docId = row.path("docId").asString();
                if (others.contains(docId)) {
                    continue;
                }
                Letter.Seen seen = read(kit.edoc(docId));
                if (seen.number().equals(number)) {
                    good(kit.update(docId, "done"));
                    return seen;
                }
                others.add(docId);
            }
            Patience.rest();
        }
        throw new AssertionError("number " + number + " does not arrive");
    }

    /** What an edXML message shows of a letter. */
    static Letter.Seen read(String message) throws IOException {
        List<ByteArrayOutputStream> contents = new ArrayList<>();
        EdxmlReading reading = READER.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), _ -> {
            contents.add(new ByteArrayOutputStream());
            return contents.getLast();
        });
        if (!(reading instanceof EdxmlReading.Letter(EdxmlLetter letter))) {
            throw new AssertionError(message);
        }
        Map<String, String> files = new HashMap<>();
        for (EdxmlAttachment file : letter.attachments()) {
            byte[] octets = contents.get(file.index()).toByteArray();
            files.put(
                    file.name(),
                    Sha512.of(file.wrapped() ? unwrapped(octets) : octets).hex());
        }
        return Letter.Seen.of(letter.metadata(), files);
    }

    private static byte[] unwrapped(byte[] zip) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(EdxmlZip.unwrap(new ByteArrayInputStream(zip), "Attachment", EdxmlLimits.STANDARD, file))
                .isInstanceOf(EdxmlUnwrapping.Unwrapped.class);
        return file.toByteArray();
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException {
        good(kit.send(agency.value(), "status", status(agency, number, sender, code)));
    }

    /** A status message about a letter of this test. */
    static byte[] status(AgencyCode agency, String number, AgencyCode sender, String code) throws IOException {
        ResponseFor target =
                new ResponseFor(sender.value(), number + "/" + Letter.NOTATION, "", LocalDate.parse(Letter.DATE));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        EdxmlWriter.write(
                new EdxmlStatus(
                        Organization.of(agency, "Cơ quan nhận"),
                        target,
                        code,
                        "Văn thư: đã xử lý",
                        LocalDateTime.of(2026, 11, 22, 10, 0),
                        EdxmlStaff.NONE),
                message);
        return message.toByteArray();
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException {
        for (JsonNode row : kit.list("status")) {
            String docId = row.path("docId").asString();
            heard.add(sentence(kit.edoc(docId)));
            good(kit.update(docId, "done"));
        }
        return heard.contains(recipient + " " + number + "/" + Letter.NOTATION + " " + code);
    }

    /** Who says what of which document in a status message. */
    static String sentence(String message) throws IOException {
        EdxmlReading reading = READER.read(
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), _ -> new ByteArrayOutputStream());
        if (reading instanceof EdxmlReading.Status(EdxmlStatus status)) {
            return status.from().code() + " " + status.target().code() + " " + status.code();
        }
        throw new AssertionError(message);
    }
}
