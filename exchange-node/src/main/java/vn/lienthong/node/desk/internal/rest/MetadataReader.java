package vn.lienthong.node.desk.internal.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.desk.internal.upload.UploadId;
import vn.lienthong.node.gateway.ProblemException;

/**
 * Reads the metadata of a request to send: bounded, well-formed, no unknown and no repeated member. All faults are reported at
 * once, each with its JSON pointer; a message never repeats a value.
 */
final class MetadataReader {

    /** The longest metadata in octets. */
    static final int MAX_OCTETS = 1 << 20;

    private static final int DEPTH = 8;
    private static final int NAME = 64;
    private static final int NUMBER = 20;
    private static final int MOST_WARNINGS = 10;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNameLength(NAME)
                            .maxNumberLength(NUMBER)
                            .maxTokenCount(MAX_OCTETS / 2)
                            .maxStringLength(MAX_OCTETS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final AgencyCode sender;
    private final Function<AgencyCode, String> names;

    /**
     * Reads for one sender.
     *
     * @param sender the agency in whose name the caller speaks
     * @param names the names of agencies in the directory; empty when there is none
     */
    MetadataReader(AgencyCode sender, Function<AgencyCode, String> names) {
        this.sender = sender;
        this.names = names;
    }

    /**
     * Reads the octets of the part.
     *
     * @throws ProblemException with every fault and its place
     */
    RequestMetadata read(byte[] octets) {
        return read(octets, false);
    }

    /**
     * Reads the metadata of a request whose files were uploaded before.
     *
     * @throws ProblemException with every fault and its place
     */
    RequestMetadata readWithFiles(byte[] octets) {
        return read(octets, true);
    }

    private RequestMetadata read(byte[] octets, boolean withFiles) {
        JsonNode root = parse(octets);
        if (!root.isObject()) {
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        }
        Faults faults = new Faults();
        Fields json = new Fields(root, "", faults);
        List<AgencyCode> recipients = recipients(json, root);
        boolean allowPartial = json.flag("allowPartial");
        Optional<Instant> expiresAt = json.instant("expiresAt");
        List<Organization> addressees = recipients.stream()
                .limit(ParcelHeader.MAX_RECIPIENTS)
                .map(code -> Organization.of(code, names.apply(code)))
                .toList();
        DocumentFields fields = new DocumentFields(sender, names.apply(sender), addressees);
        Optional<DocumentMetadata> document = json.object("document", fields::read);
        if (!json.has("document")) {
            faults.add("/document", "Thiếu trường bắt buộc");
        }
        List<String> acknowledged = json.texts("acknowledgeWarnings", MOST_WARNINGS, NAME);
        List<UploadId> files = withFiles ? files(json) : List.of();
        json.end();
        faults.refuse();
        return new RequestMetadata(recipients, allowPartial, expiresAt, document.orElseThrow(), acknowledged, files);
    }

    private static List<UploadId> files(Fields json) {
        Faults faults = json.faults();
        Set<UploadId> seen = new HashSet<>();
        List<UploadId> files = json.items("files", PackageLayout.MAX_FILES, (node, where) -> {
            Optional<UploadId> file = DocumentFields.string(node).flatMap(UploadId::parse);
            if (file.filter(seen::add).isEmpty()) {
                faults.add(where, "Cần mã tệp đã tải lên, mỗi tệp một lần");
            }
            return file;
        });
        if (files.isEmpty() && !faults.touch("/files")) {
            faults.add("/files", "Cần ít nhất một tệp");
        }
        return files;
    }

    private static JsonNode parse(byte[] octets) {
        try {
            // Decoded first: the parser would also take other encodings and mend broken octets.
            return JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException | JacksonException e) {
            // The library's message may quote the content.
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        }
    }

    private static List<AgencyCode> recipients(Fields json, JsonNode root) {
        Faults faults = json.faults();
        if (root.path("recipients").size() > ParcelHeader.MAX_RECIPIENTS) {
            faults.add(
                    "/recipients",
                    ErrorCode.RECIPIENTS_TOO_MANY,
                    "Nhiều nhất " + ParcelHeader.MAX_RECIPIENTS + " đơn vị");
        }
        Set<AgencyCode> seen = new HashSet<>();
        List<AgencyCode> codes = new ArrayList<>(json.items("recipients", Integer.MAX_VALUE, (node, where) -> {
            Optional<AgencyCode> code =
                    DocumentFields.agencyCode(DocumentFields.string(node).orElse(""), where, faults);
            code.filter(value -> !seen.add(value))
                    .ifPresent(value -> faults.add(
                            where, ErrorCode.RECIPIENT_DUPLICATE, ErrorCode.RECIPIENT_DUPLICATE.vietnamese()));
            return code;
        }));
        if (codes.isEmpty() && !faults.touch("/recipients")) {
            faults.add("/recipients", "Cần ít nhất một đơn vị nhận");
        }
        return codes;
    }
}
