package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.EntryBundle;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.Tile;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileReader;
import vn.lienthong.crypto.log.VerifierKey;

/** A published log on disk, as C2SP tlog-tiles lays it out. */
final class LogFiles implements TileReader {

    static final String CHECKPOINT = "checkpoint";

    /** The last checkpoint that has the quorum; the plain one may be some entries ahead of it. */
    static final String WITNESSED = "checkpoint.witnessed";

    /** The Ed25519 key, which every verifier knows. */
    static final String KEY = "vkey";

    static final String POST_QUANTUM_KEY = "vkey.ml-dsa-44";
    static final String POLICY = "policy";

    private static final String SEQUENCER = "sequencer";
    private static final int NAME_LENGTH = 36;
    private static final int MAX_NOTE = 1 << 18;

    private final Path root;
    private final ReentrantLock publishing = new ReentrantLock();
    private long publishedSize;

    LogFiles(Path root) {
        this.root = root;
    }

    /**
     * The name under which the process that has this directory takes leases. It outlives the process, so that a killed one
     * does not keep its successor waiting; one process at a time has the data directory, and the lock on the row, not the
     * lease, is what keeps places unique.
     *
     * @param ids makes the name at the first start
     */
    String sequencer(TimeOrderedIds ids) throws IOException {
        Optional<String> kept = Files.exists(root.resolve(SEQUENCER))
                ? CanonicalUuid.parse(new String(bounded(SEQUENCER, NAME_LENGTH), StandardCharsets.US_ASCII))
                        .map(UUID::toString)
                : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        String made = ids.next().toString();
        replace(SEQUENCER, made.getBytes(StandardCharsets.US_ASCII));
        return made;
    }

    /** The files of a closed epoch, below these. */
    LogFiles closed(int epoch) {
        return new LogFiles(root.resolve("closed").resolve(Integer.toString(epoch)));
    }

    /** Puts the files of a closed log aside, if they still lie here; the key, by which they are known, last. */
    void putAside(String origin, int epoch) throws IOException {
        String key =
                text(KEY).map(text -> new String(text, StandardCharsets.UTF_8)).orElse("");
        if (!key.startsWith(origin + "+")) {
            return;
        }
        Path target = closed(epoch).root();
        Files.createDirectories(target);
        for (String name : List.of(CHECKPOINT, WITNESSED, "tile", POST_QUANTUM_KEY, KEY)) {
            if (Files.exists(root.resolve(name))) {
                Files.move(root.resolve(name), target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** The public keys that lie beside the tiles; those that cannot be read are left out. */
    List<VerifierKey> keys() throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String name : List.of(KEY, POST_QUANTUM_KEY)) {
            Optional<byte[]> text = text(name);
            if (text.isPresent()) {
                keys.add(VerifierKey.parse(new String(text.get(), StandardCharsets.UTF_8).strip()));
            }
        }
        return keys;
    }

    /** Where it is. */
    Path root() {
        return root;
    }

    @Override
    public byte[] read(TileCoordinate tile) throws IOException {
        for (int width : new int[] {tile.width(), TileCoordinate.FULL_WIDTH}) {
            TileCoordinate there = new TileCoordinate(tile.level(), tile.index(), width);
            if (Files.exists(root.resolve(there.path()))) {
                return bounded(there.path(), there.length());
            }
        }
        // Written anew after a loss: not every width that was published once is there, but a wider one begins with it.
        for (int width = tile.width() + 1; width < TileCoordinate.FULL_WIDTH; width++) {
            TileCoordinate wider = new TileCoordinate(tile.level(), tile.index(), width);
            if (Files.exists(root.resolve(wider.path()))) {
                return Arrays.copyOf(bounded(wider.path(), wider.length()), tile.length());
            }
        }
        throw new NoSuchFileException(tile.path());
    }

    /** A tile of exactly this width: cut from the full one when the partial one was removed. */
    byte[] exactly(TileCoordinate tile) throws IOException {
        byte[] octets = read(tile);
        if (octets.length < tile.length()) {
            throw new LogFormatException("the tile " + tile.path() + " has only " + octets.length + " octets");
        }
        return octets.length == tile.length() ? octets : Arrays.copyOf(octets, tile.length());
    }

    /** A bundle of exactly this width, in its encoding. */
    byte[] exactly(BundleCoordinate bundle) throws IOException {
        try {
            return bounded(bundle.path(), EntryBundle.MAX_SIZE);
        } catch (NoSuchFileException partialWasRemoved) {
            return EntryBundle.encode(entries(bundle));
        }
    }

    /** The entries of a bundle. */
    List<byte[]> entries(BundleCoordinate bundle) throws IOException {
        try {
            return EntryBundle.decode(bounded(bundle.path(), EntryBundle.MAX_SIZE), bundle.width());
        } catch (NoSuchFileException partialWasRemoved) {
            BundleCoordinate full = bundle.full();
            return EntryBundle.decode(bounded(full.path(), EntryBundle.MAX_SIZE), full.width())
                    .subList(0, bundle.width());
        }
    }

    /** A note or text beside the tiles; empty when there is none. */
    Optional<byte[]> text(String name) throws IOException {
        try {
            return Optional.of(bounded(name, MAX_NOTE));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private byte[] bounded(String path, int limit) throws IOException {
        Path file = root.resolve(path);
        if (Files.size(file) > limit) {
            throw new LogFormatException("the file " + path + " of the log is too long");
        }
        return Files.readAllBytes(file);
    }

    /** Makes tiles and bundles durable. */
    void write(List<Tile> tiles, Map<BundleCoordinate, byte[]> bundles) throws IOException {
        FileSet files = new FileSet();
        for (Map.Entry<BundleCoordinate, byte[]> bundle : bundles.entrySet()) {
            files.put(root.resolve(bundle.getKey().path()), bundle.getValue());
        }
        for (Tile tile : tiles) {
            files.put(root.resolve(tile.coordinate().path()), tile.toByteArray());
        }
        files.force();
    }

    /** Publishes a checkpoint, durably; one that is smaller than the published one is left out. */
    void publish(long size, byte[] note) throws IOException {
        publishing.lock();
        try {
            if (size >= publishedSize) {
                replace(CHECKPOINT, note);
                publishedSize = size;
            }
        } finally {
            publishing.unlock();
        }
    }

    /** Puts a note or text in the place of the one before, durably. */
    void replace(String name, byte[] text) throws IOException {
        FileSet files = new FileSet();
        files.put(root.resolve(name), text);
        files.force();
    }

    /** Removes the partial forms of a tile or bundle that is full now, as the format allows. */
    void dropPartials(String fullPath) throws IOException {
        Path directory = root.resolve(fullPath + ".p");
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(directory)) {
            for (Path partial : partials) {
                Files.delete(partial);
            }
        }
        Files.delete(directory);
    }
}
