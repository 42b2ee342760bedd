package vn.lienthong.crypto.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in a folder, as a node publishes it; entries are those of {@link NaiveTree#entry}. */
final class DiskLog {

    private static final Instant TIME = Instant.ofEpochSecond(1_795_000_000);

    private final LogKeys keys = LogKeys.generate("lienthong.vn/log/test");
    private final Path folder;
    private TileWriter writer = TileWriter.create();

    DiskLog(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("vkey"), keys.classical().verifierKey().text() + "\n");
        publish();
    }

    /** Grows the log as after a restart: from what is on disk. */
    void growTo(long size) throws IOException {
        long from = writer.size();
        writer = TileWriter.resume(from, tile -> Files.readAllBytes(folder.resolve(tile.path())));
        for (long i = from; i < size; i++) {
            writer.append(MerkleHash.leaf(NaiveTree.entry(i)));
        }
        for (BundleCoordinate bundle : new LogGrowth(from, size).bundles()) {
            write(bundle.path(), EntryBundle.encode(entries(bundle)));
        }
        for (Tile tile : writer.takeTiles()) {
            write(tile.coordinate().path(), tile.toByteArray());
        }
        publish();
    }

    private static List<byte[]> entries(BundleCoordinate bundle) {
        List<byte[]> entries = new ArrayList<>();
        for (long i = bundle.first(); i < bundle.first() + bundle.width(); i++) {
            entries.add(NaiveTree.entry(i));
        }
        return entries;
    }

    private void publish() throws IOException {
        byte[] note = keys.sign(writer.head(), TIME).encode();
        write("checkpoint", note);
        write("checkpoint." + writer.size(), note);
    }

    private void write(String path, byte[] octets) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, octets);
    }

    Path folder() {
        return folder;
    }

    Path vkey() {
        return folder.resolve("vkey");
    }

    LogKeys keys() {
        return keys;
    }

    /** Returns the octets of the checkpoint that a verifier without ML-DSA-44 looks at. */
    int classicalLength() throws IOException {
        String note = Files.readString(folder.resolve("checkpoint"), StandardCharsets.UTF_8);
        int end = note.indexOf('\n', note.indexOf('\u2014')) + 1;
        return note.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the files that make up the log at its present size. */
    List<Path> files() {
        LogGrowth all = new LogGrowth(0, writer.size());
        List<Path> files = new ArrayList<>();
        all.tiles().forEach(tile -> files.add(folder.resolve(tile.path())));
        all.bundles().forEach(bundle -> files.add(folder.resolve(bundle.path())));
        return files;
    }
}
