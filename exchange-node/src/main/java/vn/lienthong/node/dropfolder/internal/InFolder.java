package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Lays arriving documents out in {@code in/} and hears what the system does with them: it removes the directory or writes
 * {@code <entry>.done}, and the document is taken; it writes {@code <entry>.refuse}, and it is refused. Not thread-safe.
 */
final class InFolder {

    private static final Logger LOG = LoggerFactory.getLogger(InFolder.class);
    private static final String DOOR = "folder";
    private static final String DONE = ".done";
    private static final String REFUSE = ".refuse";
    private static final int MOST = 200;
    private static final int MOST_PAGES = 10;
    private static final int LONGEST_WORDS = 400;
    private static final int MOST_OCTETS = 4096;

    private final AgencyCode agency;
    private final FolderProperties.Format format;
    private final FolderTree tree;
    private final Inbox inbox;
    private final Quarantine quarantine;
    private final ArrivalWriting writer;
    private final Leases leases;
    private final CrashPoints crash;

    InFolder(FolderProperties.Folder folder, FolderTree tree, FolderParts parts) {
        this.agency = new AgencyCode(folder.agency());
        this.format = folder.format();
        this.tree = tree;
        this.inbox = parts.inbox();
        this.quarantine = parts.quarantine();
        this.writer = parts.writer();
        this.leases = new Leases(agency, parts.inbox(), parts.clock());
        this.crash = parts.crash();
    }

    /** Hears what became of the documents that lie here, and lays out what has arrived since. */
    void round() throws IOException {
        Turns.each(FolderTree.names(memory()), this::settle);
        Turns.each(free(), this::layOut);
    }

    /** Returns the oldest documents that may be laid out, so many that the folder stays small; what is aside keeps no other back. */
    private List<InboxEntry> free() throws IOException {
        int room = MOST - FolderTree.names(memory()).size();
        Set<Quarantine.Item> aside = quarantine.aside(Set.of(agency));
        List<InboxEntry> free = new ArrayList<>();
        long after = 0;
        for (int page = 0; page < MOST_PAGES && free.size() < room; page++) {
            List<InboxEntry> waiting = inbox.waiting(agency, after, MOST, Instant.EPOCH);
            waiting.stream().filter(entry -> isFree(entry, aside)).forEach(free::add);
            if (waiting.size() < MOST) {
                break;
            }
            after = waiting.getLast().entryId();
        }
        return free.subList(0, Math.max(0, Math.min(room, free.size())));
    }

    private boolean isFree(InboxEntry entry, Set<Quarantine.Item> aside) {
        return !FolderTree.exists(memory(entry.entryId()))
                && !aside.contains(new Quarantine.Item.Entry(entry.recipient(), entry.entryId()));
    }

    private Path memory() {
        return tree.memory().resolve("in");
    }

    private Path memory(long entryId) {
        return memory().resolve(Long.toString(entryId));
    }

    private void layOut(InboxEntry entry) throws IOException {
        long id = entry.entryId();
        Optional<UUID> lease = leases.hold(id);
        if (lease.isEmpty()) {
            return;
        }
        Path draft = tree.writing().resolve(Long.toString(id));
        FolderTree.remove(draft);
        tree.makePrivate(draft);
        switch (writer.write(tree, entry, lease.get(), format, draft)) {
            case ArrivalWriting.Outcome.Complete(var digest) -> {
                // Remembered as written, then shown, then remembered as shown: a kill in between shows it again and
                // loses nothing.
                LaidOut laidOut = new LaidOut(false, digest);
                tree.write(memory(id), laidOut.octets());
                crash.reach("dropfolder.written");
                show(id, laidOut);
            }
            case ArrivalWriting.Outcome.Never(var code) -> {
                FolderTree.remove(draft);
                var _ = quarantine.unwritable(new Quarantine.Item.Entry(entry.recipient(), id), DOOR, code.code());
            }
            case ArrivalWriting.Outcome.Gone() -> FolderTree.remove(draft);
        }
    }

    private void show(long id, LaidOut laidOut) throws IOException {
        Path draft = tree.writing().resolve(Long.toString(id));
        Path place = place(id, "");
        if (FolderTree.exists(draft) && !FolderTree.exists(place)) {
            FolderTree.move(draft, place);
            crash.reach("dropfolder.shown");
        }
        if (FolderTree.exists(place)) {
            tree.write(memory(id), laidOut.asShown().octets());
        } else {
            // Neither written nor shown: it is laid out anew.
            Files.delete(memory(id));
        }
    }

    private Path place(long id, String suffix) {
        return tree.in().resolve(id + suffix);
    }

    private void settle(String name) throws IOException {
        Optional<LaidOut> known = LaidOut.read(memory().resolve(name));
        if (!name.matches("[0-9]{1,18}") || known.isEmpty()) {
            Files.delete(memory().resolve(name));
            return;
        }
        long id = Long.parseLong(name);
        boolean refused = FolderTree.exists(place(id, REFUSE));
        boolean taken = FolderTree.exists(place(id, DONE)) || !FolderTree.exists(place(id, ""));
        if (known.get().shown() && !refused && !taken && leases.isFresh(id)) {
            return;
        }
        Optional<InboxEntry> entry = inbox.find(Set.of(agency), id);
        if (entry.isEmpty() || entry.get().state() != InboxEntry.State.ARRIVED) {
            clear(id);
        } else if (!known.get().shown()) {
            show(id, known.get());
        } else if (refused) {
            refuse(id);
        } else if (taken) {
            take(id, known.get());
        } else {
            // Held on, so that nobody else takes it while it lies here.
            leases.hold(id).ifPresent(lease -> LOG.trace("{} goes on", lease));
        }
    }

    private void take(long id, LaidOut laidOut) throws IOException {
        Optional<UUID> lease = leases.hold(id);
        if (lease.isPresent()) {
            crash.reach("dropfolder.taking");
            settled(id, inbox.acknowledge(agency, id, lease.get(), laidOut.packageSha512()));
        }
    }

    private void refuse(long id) throws IOException {
        Optional<UUID> lease = leases.hold(id);
        if (lease.isPresent()) {
            List<String> lines = lines(place(id, REFUSE));
            Optional<ClerkReason> reason = lines.stream().findFirst().flatMap(InFolder::reason);
            String words = String.join(" ", reason.isPresent() ? lines.subList(1, lines.size()) : lines);
            settled(id, inbox.refuse(agency, id, lease.get(), reason.orElse(ClerkReason.OTHER), shortened(words)));
        }
    }

    private void settled(long id, Settlement settlement) throws IOException {
        switch (settlement) {
            case Settlement.Done _, Settlement.AlreadySettled(), Settlement.Absent() -> {
                crash.reach("dropfolder.settled");
                clear(id);
            }
            case Settlement.NotLeased(), Settlement.LeaseEnded() -> leases.forget(id);
            case Settlement.OtherDigest() -> {
                var _ = quarantine.failed(new Quarantine.Item.Entry(agency, id), DOOR, "OTHER_DIGEST");
                clear(id);
            }
        }
    }

    /** Forgets a document that is settled, and takes away what is left of it. */
    private void clear(long id) throws IOException {
        FolderTree.remove(place(id, ""));
        Files.deleteIfExists(place(id, DONE));
        Files.deleteIfExists(place(id, REFUSE));
        FolderTree.remove(tree.writing().resolve(Long.toString(id)));
        Files.deleteIfExists(memory(id));
        leases.forget(id);
    }

    private List<String> lines(Path file) throws IOException {
        var attributes = tree.plainFile(file);
        if (attributes.size() > MOST_OCTETS) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            LOG.debug("the words of a refusal are not UTF-8", e);
            return List.of();
        }
    }

    private static Optional<ClerkReason> reason(String line) {
        return Arrays.stream(ClerkReason.values())
                .filter(reason -> reason.name().equals(line.strip()))
                .findFirst();
    }

    private static String shortened(String words) {
        String plain = words.codePoints()
                .filter(point -> !Character.isISOControl(point) && point != 0x2028 && point != 0x2029)
                .limit(LONGEST_WORDS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.strip();
    }
}
