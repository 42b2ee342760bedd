package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.platform.DurableFiles;

/** The directories of one folder, and the only way in which files of them are listed, written and moved. */
final class FolderTree {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int MOST_NAMES = 10_000;

    private final Path root;
    private final UserPrincipal owner;

    private FolderTree(Path root, UserPrincipal owner) {
        this.root = root;
        this.owner = owner;
    }

    /**
     * Opens a folder and makes the directories that are missing.
     *
     * @throws FolderRefusedException when it is none, a link, somebody else's, or open to others
     */
    static FolderTree open(Path path) throws IOException {
        if (!path.isAbsolute()) {
            throw new FolderRefusedException("the path is not absolute");
        }
        PosixFileAttributes attributes = attributes(path);
        requirePrivate(attributes);
        Path probe = Files.createTempFile(path, ".owner", "");
        UserPrincipal owner = attributes(probe).owner();
        Files.delete(probe);
        if (!attributes.owner().equals(owner)) {
            throw new FolderRefusedException("the folder belongs to somebody else");
        }
        FolderTree tree = new FolderTree(path, owner);
        for (Path part : tree.parts()) {
            tree.makePrivate(part);
        }
        return tree;
    }

    Path out() {
        return root.resolve("out");
    }

    Path sent() {
        return root.resolve("sent");
    }

    Path failed() {
        return root.resolve("failed");
    }

    Path in() {
        return root.resolve("in");
    }

    Path status() {
        return root.resolve("status");
    }

    /** Where dropped documents are while they are sent. */
    Path sending() {
        return root.resolve(".work/out");
    }

    /** Where arriving documents are while they are written. */
    Path writing() {
        return root.resolve(".work/in");
    }

    /** What the node remembers. */
    Path memory() {
        return root.resolve(".state");
    }

    /** Returns the names in one of the directories, in order; hidden ones are left out. */
    static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") && names.size() < MOST_NAMES) {
                    names.add(name);
                }
            }
        }
        Collections.sort(names);
        return names;
    }

    /**
     * Looks at a file of the system.
     *
     * @throws FolderRefusedException when it is no plain file of the folder's owner, or has a second name
     * @throws NoSuchFileException when it is gone
     */
    PosixFileAttributes plainFile(Path file) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Object names = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || !attributes.owner().equals(owner) || !names.equals(1)) {
            throw new FolderRefusedException("not a plain file of the folder's owner");
        }
        return attributes;
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    void makePrivate(Path directory) throws IOException {
        if (!exists(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        PosixFileAttributes attributes = attributes(directory);
        requirePrivate(attributes);
        if (!attributes.owner().equals(owner)) {
            throw new FolderRefusedException("a directory of the folder belongs to somebody else");
        }
    }

    /** Writes a small file so that it is there whole or not at all, and stays after a loss of power. */
    void write(Path file, byte[] octets) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, octets);
            channel.force(true);
        }
        move(draft, file);
    }

    /** Moves within the folder at once, durably. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(to);
        DurableFiles.forceDirectoryOf(from);
    }

    /** Forces a file that was written to the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Removes a directory of the folder with all that is in it, following no link. */
    static void remove(Path directory) throws IOException {
        if (!exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private List<Path> parts() {
        return Stream.of(
                        out(),
                        sent(),
                        failed(),
                        in(),
                        status(),
                        root.resolve(".work"),
                        sending(),
                        writing(),
                        memory(),
                        memory().resolve("in"))
                .toList();
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void requirePrivate(PosixFileAttributes attributes) throws IOException {
        if (!attributes.isDirectory()) {
            throw new FolderRefusedException("not a directory, or a link to one");
        }
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new FolderRefusedException("others than the owner have rights; set mode 0700");
        }
    }
}
