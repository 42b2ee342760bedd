package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.testing.SettableClock;

/** A folder with a node behind it that only remembers. */
final class FolderUnderTest {

    private static final String AGENCY = "H37.02.02";

    static final Sha512 DIGEST = Sha512.of(new byte[] {1});

    final SettableClock clock = new SettableClock();
    final KillPoints kills = new KillPoints();
    final FakeDoors doors = new FakeDoors();
    final FakeInbox inbox = new FakeInbox(clock);
    final Aside aside = new Aside();
    final Path root;
    boolean secret;

    FolderUnderTest(Path parent) throws IOException {
        root = Files.createDirectory(
                parent.resolve("folder"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var _ = FolderTree.open(root);
    }

    Path at(String name) {
        return root.resolve(name);
    }

    /** Writes a file as careful systems do: under another name first. */
    void drop(String name, String content) throws IOException {
        Path part = at("out/" + name + ".part");
        Files.writeString(part, content);
        Files.move(part, at("out/" + name), StandardCopyOption.ATOMIC_MOVE);
    }

    void dropDocument(String stem) throws IOException {
        drop(stem + ".json", "{}");
        drop(stem + ".pdf", "%PDF");
        drop(stem + ".phu-luc.xlsx", "PK");
        drop(stem + ".ready", "");
    }

    /** One round of a process that has just been started: nothing is remembered but what is in the folder. */
    void round() throws IOException {
        try (OpenFolder folder = open()) {
            folder.round();
        }
    }

    /** A round that is killed where {@link #kills} say, or not at all when it does not come there. */
    void roundOrKill() throws IOException {
        try {
            round();
        } catch (KillPoints.Kill e) {
            assertThat(e).hasMessage("killed");
        }
    }

    OpenFolder open() throws IOException {
        FolderTree tree = FolderTree.open(root);
        FolderParts parts = parts();
        return new OpenFolder(
                new OutFolder(new AgencyCode(AGENCY), tree, parts), new InFolder(settings(), tree, parts));
    }

    /** The whole work on the folder, as a process of its own has it. */
    AgencyFolder process() {
        return new AgencyFolder(settings(), parts());
    }

    private FolderProperties.Folder settings() {
        return new FolderProperties.Folder(AGENCY, root, FolderProperties.Format.FILES);
    }

    private FolderParts parts() {
        ArrivalWriting writing = (where, _, _, _, directory) -> write(where, directory);
        return new FolderParts(new DropSending(doors, doors), inbox, writing, aside, (_, _) -> {}, clock, kills);
    }

    List<String> names(String directory) throws IOException {
        try (Stream<Path> found = Files.list(at(directory))) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    String text(String name) throws IOException {
        return Files.readString(at(name));
    }

    void later() {
        clock.advance(Duration.ofSeconds(4));
    }

    /** What a process keeps in its memory from round to round. */
    record OpenFolder(OutFolder out, InFolder in) implements AutoCloseable {

        void round() throws IOException {
            out.round();
            in.round();
        }

        @Override
        public void close() {
            // Its memory is gone.
        }
    }

    private ArrivalWriting.Outcome write(FolderTree tree, Path directory) throws IOException {
        if (secret) {
            return new ArrivalWriting.Outcome.Never(ErrorCode.SECRECY_NOT_ALLOWED);
        }
        tree.write(directory.resolve("document.json"), new byte[] {'{', '}'});
        return new ArrivalWriting.Outcome.Complete(DIGEST);
    }

    static final class Aside implements Quarantine {

        final List<String> reasons = new ArrayList<>();
        private final Set<Item> items = new HashSet<>();

        @Override
        public Failing failed(Item item, String door, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Failing unwritable(Item item, String door, String reason) {
            reasons.add(reason);
            items.add(item);
            return new Failing(1, item, door, 1, reason, SettableClock.START, SettableClock.START);
        }

        @Override
        public void taken(Item item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Item> aside(Set<AgencyCode> agencies) {
            return Set.copyOf(items);
        }

        @Override
        public List<Failing> waiting(Set<AgencyCode> agencies, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean release(Set<AgencyCode> agencies, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
