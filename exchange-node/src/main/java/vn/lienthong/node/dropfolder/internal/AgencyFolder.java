package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/** The folder of one agency. It is opened, and its rights are checked, anew for every round. Not thread-safe. */
final class AgencyFolder {

    private final FolderProperties.Folder folder;
    private final FolderParts parts;
    private final AgencyCode agency;
    private @Nullable OutFolder out;
    private @Nullable InFolder in;

    /**
     * Prepares the work.
     *
     * @throws IllegalArgumentException when the setting names no agency
     */
    AgencyFolder(FolderProperties.Folder folder, FolderParts parts) {
        this.folder = folder;
        this.parts = parts;
        this.agency = new AgencyCode(folder.agency());
    }

    FolderProperties.Folder folder() {
        return folder;
    }

    /**
     * Sends, lays out and tells what there is now.
     *
     * @throws RuntimeException when some of it failed; it is tried again next time
     */
    void round() throws IOException {
        FolderTree tree = FolderTree.open(folder.path());
        try (FileChannel channel = FileChannel.open(
                        tree.memory().resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                FileLock lock = lock(channel)) {
            if (lock != null) {
                work(tree);
            }
        }
    }

    private void work(FolderTree tree) {
        OutFolder outgoing = out == null ? new OutFolder(agency, tree, parts) : out;
        InFolder incoming = in == null ? new InFolder(folder, tree, parts) : in;
        out = outgoing;
        in = incoming;
        Turns.Work<FolderTree> statuses = here -> parts.statuses().round(agency, here);
        Turns.Work<FolderTree> sending = _ -> outgoing.round();
        Turns.Work<FolderTree> receiving = _ -> incoming.round();
        Turns.each(List.of(sending, receiving, statuses), work -> work.on(tree));
    }

    /** Another process may have the same folder: then it is its turn now. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
