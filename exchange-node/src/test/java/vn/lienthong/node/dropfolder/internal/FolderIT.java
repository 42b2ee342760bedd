package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.edxml.EdxmlLimits;
import vn.lienthong.core.edxml.EdxmlReader;
import vn.lienthong.core.edxml.EdxmlReading;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.dropfolder.internal.FolderProperties.Format;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Documents from the folder of one agency to that of another, through a whole node. */
@NodeTest
class FolderIT {

    private static final AgencyCode SENDER = new AgencyCode("H65.71");
    private static final AgencyCode RECIPIENT = new AgencyCode("H65.72");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String METADATA = """
        {"recipients":["H65.72"],"document":{"codeNumber":"7","codeNotation":"CV-A","typeName":"Công văn",
        "subject":"Về việc thử thư mục"}}\
        """;
    private static final String MESSAGE = """
        <edXML><edXMLEnvelope><edXMLHeader><MessageHeader><From><OrganId>H65.71</OrganId></From>
        <To><OrganId>H65.72</OrganId></To><Code><CodeNumber>8</CodeNumber><CodeNotation>CV-A</CodeNotation></Code>
        <Subject>Về việc thử thông điệp</Subject></MessageHeader></edXMLHeader></edXMLEnvelope><AttachmentEncoded>
        <Attachment><AttachmentName>a.pdf</AttachmentName><ContentTransferEncoded>JVBERi0xLjcK</ContentTransferEncoded>
        </Attachment></AttachmentEncoded></edXML>\
        """;

    @TempDir
    private Path parent;

    @Autowired
    private FolderParts parts;

    @Autowired
    private TestDirectory directory;

    @Autowired
    private Inbox inbox;

    @Autowired
    private AgencyEvents events;

    @Autowired
    private InstantSource clock;

    private AgencyFolder sending;
    private AgencyFolder receiving;

    @BeforeEach
    void openFolders() throws IOException {
        directory.listSelf();
        var _ = directory.host(SENDER);
        var _ = directory.host(RECIPIENT);
        sending = open(SENDER, "sender", Format.FILES);
        receiving = open(RECIPIENT, "recipient", Format.FILES);
    }

    private AgencyFolder open(AgencyCode agency, String name, Format format) throws IOException {
        Path root = Files.createDirectory(
                parent.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        AgencyFolder folder = new AgencyFolder(new FolderProperties.Folder(agency.value(), root, format), parts);
        folder.round();
        return folder;
    }

    private Path drop(String name, String content) throws IOException {
        return Files.writeString(parent.resolve("sender/out/" + name), content);
    }

    /** Waits for the only document, without asking again and again. */
    private Path arrived(String folder) throws IOException {
        List<InboxEntry> waiting =
                inbox.waiting(RECIPIENT, 0, 10, clock.instant().plus(PATIENCE));
        assertThat(waiting).hasSize(1);
        receiving.round();
        return parent.resolve(folder + "/in/" + waiting.getFirst().entryId());
    }

    /** Waits until the sender has heard of the hand-over. */
    private void awaitHandOver() {
        Instant end = clock.instant().plus(PATIENCE);
        long place = 0;
        boolean found = false;
        while (!found && clock.instant().isBefore(end)) {
            List<AgencyEvent> next = events.after(SENDER, place, 100, end);
            found = next.stream().anyMatch(event -> event.news().type() == EventType.DISPATCH_HANDED_OVER);
            place = next.isEmpty() ? place : next.getLast().place();
        }
        assertThat(found).isTrue();
    }

    private static void remove(Path directory) throws IOException {
        FolderTree.remove(directory);
    }

    @Test
    void carriesADocumentFromFolderToFolderAndTellsSo() throws IOException {
        String pdf = "%PDF-1.7\nnội dung";
        var _ = drop("cv-7.json", METADATA);
        var _ = drop("cv-7.pdf", pdf);
        var _ = drop("cv-7.ready", "");
        sending.round();
        assertThat(parent.resolve("sender/sent/cv-7.result.json")).content().contains("\"outcome\" : \"sent\"");

        Path entry = arrived("recipient");
        assertThat(entry.resolve("files/cv-7.pdf")).hasContent(pdf);
        assertThat(entry.resolve("document.json")).content().contains("Về việc thử thư mục");
        assertThat(entry.resolve("delivery.json")).content().contains("packageSha512");

        remove(entry);
        receiving.round();
        assertThat(inbox.waiting(RECIPIENT, 0, 10, Instant.EPOCH)).isEmpty();
        awaitHandOver();
        sending.round();
        assertThat(statuses()).anyMatch(text -> text.contains("dispatch.handed-over"));
    }

    @Test
    void carriesAMessageAndRefusesWhatIsNone() throws IOException {
        var _ = drop("cv-8.edxml", MESSAGE);
        var _ = drop("cv-8.ready", "");
        var _ = drop("mat.xml", MESSAGE.replace("<Subject>", "<DoMat>Mật</DoMat><Subject>"));
        var _ = drop("mat.ready", "");
        sending.round();
        assertThat(parent.resolve("sender/sent/cv-8.result.json")).exists();
        assertThat(parent.resolve("sender/failed/mat.result.json")).content().contains("LT-1209", "DoMat");

        receiving = open(RECIPIENT, "messages", Format.EDXML);
        Path entry = arrived("messages");
        try (InputStream message = Files.newInputStream(entry.resolve("message.xml"))) {
            assertThat(new EdxmlReader(EdxmlLimits.STANDARD).read(message, _ -> OutputStream.nullOutputStream()))
                    .isInstanceOfSatisfying(
                            EdxmlReading.Letter.class,
                            read -> assertThat(read.letter().metadata().subject())
                                    .isEqualTo("Về việc thử thông điệp"));
        }
        var _ = Files.createFile(parent.resolve("messages/in/" + entry.getFileName() + ".done"));
        receiving.round();
        assertThat(entry).doesNotExist();
        assertThat(inbox.all(Set.of(RECIPIENT), Long.MAX_VALUE, 1))
                .extracting(InboxEntry::state)
                .containsExactly(InboxEntry.State.HANDED_OVER);
    }

    private List<String> statuses() throws IOException {
        try (Stream<Path> found = Files.list(parent.resolve("sender/status"))) {
            return found.map(FolderIT::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
