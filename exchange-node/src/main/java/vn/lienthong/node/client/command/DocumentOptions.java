package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the document is: the usual members by options, all others by a JSON file. */
final class DocumentOptions {

    private static final int MAX_METADATA = 64 << 10;

    @Option(
            names = "--metadata",
            paramLabel = "FILE",
            description = "JSON file with members of document.json; the options below replace them.")
    private @Nullable Path metadata;

    @Option(names = "--number", description = "Số: the number of the document.")
    private @Nullable String number;

    @Option(names = "--notation", description = "Ký hiệu, for example TTr-UBND.")
    private @Nullable String notation;

    @Option(names = "--type", description = "Tên loại, for example \"Tờ trình\".")
    private @Nullable String type;

    @Option(names = "--subject", description = "Trích yếu: what it is about.")
    private @Nullable String subject;

    @Option(names = "--place", description = "Place of promulgation.")
    private @Nullable String place;

    @Option(names = "--date", description = "Date of promulgation, YYYY-MM-DD (default: today).")
    private @Nullable LocalDate date;

    @Option(names = "--urgency", description = "0 ordinary, 1 urgent, 2 very urgent, 3 express, 4 express at an hour.")
    private @Nullable Integer urgency;

    @Option(names = "--signer", paramLabel = "NAME", description = "Full name of the person who signed.")
    private @Nullable String signer;

    @Option(names = "--position", description = "Position of the person who signed.")
    private @Nullable String position;

    /** The members of document.json. */
    Map<String, Object> members(Clock clock) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>(metadata == null ? Map.of() : read(metadata));
        put(members, "codeNumber", number);
        put(members, "codeNotation", notation);
        put(members, "typeName", type);
        put(members, "subject", subject);
        put(members, "promulgationPlace", place);
        put(members, "promulgationDate", date == null ? null : date.toString());
        put(members, "urgency", urgency);
        members.putIfAbsent("promulgationDate", LocalDate.now(clock).toString());
        if (signer != null) {
            Map<String, Object> person = new LinkedHashMap<>();
            put(person, "position", position);
            person.put("fullName", signer);
            members.put("signer", person);
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        if (Files.size(file) > MAX_METADATA) {
            throw new IOException("larger than 64 KiB: " + file);
        }
        try {
            return new JsonMapper().readValue(Files.readAllBytes(file), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException notJson) {
            throw new IOException("not a JSON object: " + file, notJson);
        }
    }
}
