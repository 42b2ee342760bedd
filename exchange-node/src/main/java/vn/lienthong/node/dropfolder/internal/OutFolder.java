package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Watches {@code out/}. What is complete is moved to a place of the node's own, sent from there, and ends in {@code sent/} or
 * {@code failed/} with its result beside it. Not thread-safe.
 */
final class OutFolder {

    private static final Logger LOG = LoggerFactory.getLogger(OutFolder.class);

    /** How long a message without a sign of readiness must not have changed. */
    private static final Duration STILL = Duration.ofSeconds(3);

    /** How long a drop rests that could not be sent, for its files are read through each time. */
    private static final Duration BETTER_TIMES = Duration.ofSeconds(30);

    private final AgencyCode agency;
    private final FolderTree tree;
    private final DropSending sending;
    private final CrashPoints crash;
    private final InstantSource clock;
    private final Map<String, Instant> waiting = new HashMap<>();
    private Map<String, Sight> seen = new HashMap<>();

    OutFolder(AgencyCode agency, FolderTree tree, FolderParts parts) {
        this.agency = agency;
        this.tree = tree;
        this.sending = parts.sending();
        this.crash = parts.crash();
        this.clock = parts.clock();
    }

    /** Sends what is complete now. */
    void round() throws IOException {
        Turns.each(FolderTree.names(tree.sending()), this::finish);
        List<String> names = FolderTree.names(tree.out());
        Set<String> all = new HashSet<>(names);
        Map<String, Sight> sights = new HashMap<>();
        Turns.each(names, name -> {
            if (name.endsWith(DropSending.READY)) {
                take(name.substring(0, name.length() - DropSending.READY.length()));
            } else if (DropSending.isMessage(name) && !all.contains(stem(name) + DropSending.SIDECAR)) {
                watch(name, sights);
            }
        });
        seen = sights;
    }

    /** A message without a sign of readiness is complete when it has not changed for a while. */
    private void watch(String name, Map<String, Sight> sights) throws IOException {
        Path file = tree.out().resolve(name);
        try {
            var attributes = tree.plainFile(file);
            Sight before = seen.get(name);
            Sight sight = before != null && before.isOf(attributes) ? before : Sight.of(attributes, clock.instant());
            sights.put(name, sight);
            boolean announced = FolderTree.exists(tree.out().resolve(stem(name) + DropSending.READY));
            if (!announced && !sight.since().plus(STILL).isAfter(clock.instant())) {
                takeMessage(name);
            }
        } catch (FolderRefusedException e) {
            refuse(name, e);
        } catch (NoSuchFileException e) {
            LOG.debug("a message has gone again", e);
        }
    }

    private void takeMessage(String name) throws IOException {
        if (!isSafe(name)) {
            refuse(name, new FolderRefusedException("a name that is not safe"));
            return;
        }
        Path drop = tree.sending().resolve(name);
        tree.makePrivate(drop);
        FolderTree.move(tree.out().resolve(name), drop.resolve(name));
        crash.reach("dropfolder.claimed");
        finish(name);
    }

    /** Moves everything that belongs to a name; the sign of readiness last, so that a claim cut short is gone on with. */
    private void take(String stem) throws IOException {
        if (!isSafe(stem)) {
            refuse(stem + DropSending.READY, new FolderRefusedException("a name that is not safe"));
            return;
        }
        List<String> own = FolderTree.names(tree.out()).stream()
                .filter(name -> name.startsWith(stem + ".") && !name.endsWith(".part"))
                .filter(name -> !name.equals(stem + DropSending.READY))
                .toList();
        try {
            for (String name : own) {
                var _ = tree.plainFile(tree.out().resolve(name));
            }
            var _ = tree.plainFile(tree.out().resolve(stem + DropSending.READY));
        } catch (FolderRefusedException e) {
            refuse(stem + DropSending.READY, e);
            return;
        }
        Path drop = tree.sending().resolve(stem);
        tree.makePrivate(drop);
        for (String name : own) {
            FolderTree.move(tree.out().resolve(name), drop.resolve(name));
            crash.reach("dropfolder.claiming");
        }
        FolderTree.move(tree.out().resolve(stem + DropSending.READY), drop.resolve(stem + DropSending.READY));
        crash.reach("dropfolder.claimed");
        finish(stem);
    }

    /** Sends what has been moved, tells the result and puts the files where they stay. */
    private void finish(String name) throws IOException {
        Path drop = tree.sending().resolve(name);
        Instant again = waiting.get(name);
        if (isIncomplete(name, drop) || (again != null && again.isAfter(clock.instant()))) {
            return;
        }
        waiting.remove(name);
        switch (sending.send(agency, drop)) {
            case DropResult.Sent(var told) -> settle(drop, tree.sent(), told);
            case DropResult.Failed(var told) -> settle(drop, tree.failed(), told);
            case DropResult.Later() -> waiting.put(name, clock.instant().plus(BETTER_TIMES));
        }
    }

    private static boolean isIncomplete(String name, Path drop) throws IOException {
        List<String> files = FolderTree.names(drop);
        if (files.isEmpty()) {
            // The claim was cut short before its first file.
            Files.delete(drop);
            return true;
        }
        boolean message = files.size() == 1 && files.getFirst().equals(name) && DropSending.isMessage(name);
        return !message && !files.contains(name + DropSending.READY);
    }

    private void settle(Path drop, Path where, Map<String, Object> told) throws IOException {
        crash.reach("dropfolder.sent");
        Path place = free(where, String.valueOf(drop.getFileName()));
        tree.write(where.resolve(place.getFileName() + ".result.json"), FolderJson.octets(told));
        crash.reach("dropfolder.told");
        FolderTree.move(drop, place);
    }

    private static Path free(Path where, String name) {
        Path place = where.resolve(name);
        for (int i = 2; FolderTree.exists(place); i++) {
            place = where.resolve(name + "~" + i);
        }
        return place;
    }

    /** Leaves the file where it is, for it is not ours to touch, and tells once why nothing happens. */
    private void refuse(String name, FolderRefusedException why) throws IOException {
        Path told = tree.failed().resolve(FileName.sanitise(name).value() + ".result.json");
        if (!FolderTree.exists(told)) {
            LOG.warn("something in a folder is not touched: {}", why.getMessage());
            tree.write(
                    told,
                    FolderJson.octets(FolderJson.refused(
                            ErrorCode.ATTACHMENT_NAME_INVALID,
                            "Không phải tệp thường của chủ thư mục, hoặc tên không an toàn",
                            "Not a plain file of the folder's owner, or a name that is not safe",
                            List.of())));
        }
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty() && !name.startsWith(".") && FileName.of(name).isPresent();
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** How a file looked, and since when. */
    private record Sight(long size, FileTime modified, Instant since) {

        static Sight of(BasicFileAttributes attributes, Instant since) {
            return new Sight(attributes.size(), attributes.lastModifiedTime(), since);
        }

        boolean isOf(BasicFileAttributes attributes) {
            return size == attributes.size() && modified.equals(attributes.lastModifiedTime());
        }
    }
}
