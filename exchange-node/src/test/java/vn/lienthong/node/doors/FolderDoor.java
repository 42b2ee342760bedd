package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;

/** A system that knows a folder only. */
final class FolderDoor implements Door {

    private final Path root;
    private final AgencyCode agency;

    FolderDoor(Path root, AgencyCode agency) {
        this.root = root;
        this.agency = agency;
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException {
        String stem = "cv-" + letter.number();
        Path out = root.resolve("out");
        Files.writeString(out.resolve(stem + ".json"), RestDoor.metadata(letter, recipients));
        // In a folder the names of files begin with that of the drop.
        for (Map.Entry<String, byte[]> file : letter.files().entrySet()) {
            Files.write(out.resolve(stem + "." + file.getKey()), file.getValue());
        }
        Files.createFile(out.resolve(stem + ".ready"));
        result(stem, "sent");
    }

    @Override
    public String nameOf(String file, Letter letter) {
        return "cv-" + letter.number() + "." + file;
    }

    private void result(String stem, String outcome) throws IOException {
        Path sent = root.resolve("sent").resolve(stem + ".result.json");
        Path failed = root.resolve("failed").resolve(stem + ".result.json");
        for (int i = 0; i < Patience.TURNS && !Files.exists(sent) && !Files.exists(failed); i++) {
            Patience.rest();
        }
        assertThat(failed).as("%s", text(failed)).doesNotExist();
        assertThat(sent).content().contains(outcome);
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Override
    public Letter.Seen take(String number) throws IOException {
        for (int i = 0; i < Patience.TURNS; i++) {
            for (Path entry : list(root.resolve("in"))) {
                if (Files.exists(entry.resolve("document.json"))) {
                    Letter.Seen seen = read(entry);
                    if (seen.number().equals(number)) {
                        Files.createFile(root.resolve("in").resolve(entry.getFileName() + ".done"));
                        return seen;
                    }
                }
            }
            Patience.rest();
        }
        throw new AssertionError("number " + number + " does not arrive");
    }

    private static Letter.Seen read(Path entry) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (Path file : list(entry.resolve("files"))) {
            files.put(
                    file.getFileName().toString(),
                    Sha512.of(Files.readAllBytes(file)).hex());
        }
        byte[] description = Files.readAllBytes(entry.resolve("document.json"));
        if (WireFormats.DOCUMENT.decode(description) instanceof Decoded.Value<Document>(Document document)) {
            return Letter.Seen.of(document.metadata(), files);
        }
        throw new AssertionError("document.json does not read");
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        }
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException {
        String stem = "tt-" + number + "-" + code;
        Files.write(root.resolve("out").resolve(stem + ".xml"), GatewayDoor.status(agency, number, sender, code));
        Files.createFile(root.resolve("out").resolve(stem + ".ready"));
        result(stem, "stated");
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException {
        String wanted = recipient + " " + number + "/" + Letter.NOTATION + " " + code;
        for (Path file : list(root.resolve("status"))) {
            if (file.toString().endsWith(".xml")
                    && GatewayDoor.sentence(Files.readString(file, StandardCharsets.UTF_8))
                            .equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
