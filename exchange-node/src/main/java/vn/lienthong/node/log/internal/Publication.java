package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.EntryBundle;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.Tile;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileWriter;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Brings committed entries to disk and signs the head of what is there. Belongs to the one thread that sequences.
 *
 * <p>Guarantees: a head is signed only when the tiles on disk lead to the very size and root that are committed; whatever was
 * lost in a crash is written again from the rows, octet for octet.
 */
final class Publication {

    private static final int PAGE = 256;
    private static final int PAGES_PER_WRITE = 16;

    private final OwnLog log;
    private final EntryRows rows;
    private final CrashPoints crashPoints;
    private final InstantSource clock;
    private final TileWriter writer;
    private final @Nullable SignedNote before;
    /** Entries of the last bundle, as long as it is not full. */
    private final List<byte[]> open = new ArrayList<>();

    private final Map<BundleCoordinate, byte[]> bundles = new LinkedHashMap<>();

    private Publication(Parts parts, TileWriter writer, @Nullable SignedNote before) {
        this.log = parts.log();
        this.rows = parts.rows();
        this.crashPoints = parts.crashPoints();
        this.clock = parts.clock();
        this.writer = writer;
        this.before = before;
    }

    /**
     * What it works with.
     *
     * @param log what is published
     * @param rows its entries
     * @param crashPoints for tests
     * @param clock the time
     */
    record Parts(OwnLog log, EntryRows rows, CrashPoints crashPoints, InstantSource clock) {}

    /**
     * Goes on where the disk ends.
     *
     * @throws DamagedLogException when disk and database contradict each other
     * @throws IOException when files cannot be read
     */
    static Publication resume(Parts parts, TreeHead committed) throws IOException {
        Optional<SignedNote> note = lastPublished(parts.log());
        if (note.isEmpty()) {
            return new Publication(parts, TileWriter.create(), null);
        }
        TreeHead head = headOf(note.get());
        requireNotAhead(head, committed);
        TileWriter writer = TileWriter.resume(head.size(), parts.log().files());
        if (!writer.head().equals(head)) {
            throw new DamagedLogException(
                    ErrorCode.LOG_DAMAGED, "the tiles on disk do not lead to the published checkpoint");
        }
        Publication publication = new Publication(parts, writer, note.get());
        publication.reopen();
        return publication;
    }

    /** The checkpoint on disk; refuses one that this log did not sign. */
    static Optional<SignedNote> lastPublished(OwnLog log) throws IOException {
        Optional<byte[]> file = log.files().text(LogFiles.CHECKPOINT);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(file.get());
            if (Checkpoint.parse(note.text()).origin().equals(log.origin())
                    && note.verify(log.keys().verifierKeys()) instanceof NoteCheck.Verified) {
                return Optional.of(note);
            }
        } catch (LogFormatException e) {
            throw new DamagedLogException(ErrorCode.LOG_DAMAGED, "the file checkpoint is no signed checkpoint");
        }
        throw new DamagedLogException(ErrorCode.LOG_DAMAGED, "the file checkpoint is not signed by this log");
    }

    /** Size and root in a note that was accepted before. */
    static TreeHead headOf(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).head();
        } catch (LogFormatException e) {
            throw new IllegalStateException("an own checkpoint does not read", e);
        }
    }

    /** The checkpoint that was there when this began. */
    Optional<SignedNote> last() {
        return Optional.ofNullable(before);
    }

    private static void requireNotAhead(TreeHead published, TreeHead committed) {
        if (published.size() > committed.size()) {
            throw new DamagedLogException(
                    ErrorCode.LOG_BEHIND_WITNESS,
                    "the checkpoint on the own disk has size " + published.size() + ", the database only "
                            + committed.size());
        }
        if (published.size() == committed.size() && !published.root().equals(committed.root())) {
            throw new DamagedLogException(
                    ErrorCode.LOG_FORKED,
                    "the checkpoint on the own disk has another root of size " + published.size());
        }
    }

    /** Loads the entries of the last bundle and holds them against its tile. */
    private void reopen() throws IOException {
        long size = writer.size();
        int width = (int) (size % TileCoordinate.FULL_WIDTH);
        if (width == 0) {
            return;
        }
        long first = size - width;
        byte[] tile = log.files().exactly(new TileCoordinate(0, first >> TileCoordinate.HEIGHT, width));
        for (LogEntry entry : rows.from(log.name(), first, width)) {
            requirePlace(entry, first + open.size());
            byte[] octets = entry.octets().toByteArray();
            MerkleHash published = MerkleHash.of(tile, open.size() * MerkleHash.SIZE);
            if (!MerkleHash.leaf(octets).equals(published)) {
                throw new DamagedLogException(
                        ErrorCode.LOG_DAMAGED, "entry " + (first + open.size()) + " is not what was published");
            }
            open.add(octets);
        }
        if (open.size() != width) {
            throw missing(first + open.size());
        }
    }

    /** Number of entries on disk. */
    long size() {
        return writer.size();
    }

    /**
     * Publishes the committed head.
     *
     * @param entries the entries since {@link #size}, as far as they are at hand; the rest is read from the rows
     * @return the signed checkpoint
     */
    SignedNote publish(TreeHead committed, List<byte[]> entries) throws IOException {
        if (writer.size() + entries.size() == committed.size()) {
            entries.forEach(this::add);
        } else {
            catchUp(committed.size());
        }
        if (!writer.head().equals(committed)) {
            throw new DamagedLogException(
                    ErrorCode.LOG_DAMAGED,
                    "the tiles and the entries of the database do not lead to the committed root of size "
                            + committed.size());
        }
        writeFiles();
        SignedNote note = log.keys().sign(committed, clock.instant());
        crashPoints.reach("log.signed");
        log.files().publish(committed.size(), note.encode());
        crashPoints.reach("log.published");
        return note;
    }

    private void catchUp(long size) throws IOException {
        int pages = 0;
        while (writer.size() < size) {
            long from = writer.size();
            List<LogEntry> page = rows.from(log.name(), from, (int) Math.min(PAGE, size - from));
            for (LogEntry entry : page) {
                requirePlace(entry, writer.size());
                add(entry.octets().toByteArray());
            }
            if (page.isEmpty()) {
                throw missing(from);
            }
            pages++;
            if (pages % PAGES_PER_WRITE == 0) {
                writeFiles();
            }
        }
    }

    private static void requirePlace(LogEntry entry, long place) {
        if (!Long.valueOf(place).equals(entry.index())) {
            throw missing(place);
        }
    }

    private static DamagedLogException missing(long place) {
        return new DamagedLogException(ErrorCode.LOG_DAMAGED, "entry " + place + " is missing in the database");
    }

    private void add(byte[] entry) {
        long bundle = writer.size() >> TileCoordinate.HEIGHT;
        writer.append(MerkleHash.leaf(entry));
        open.add(entry);
        if (open.size() == TileCoordinate.FULL_WIDTH) {
            bundles.put(new BundleCoordinate(bundle, TileCoordinate.FULL_WIDTH), EntryBundle.encode(open));
            open.clear();
        }
    }

    private void writeFiles() throws IOException {
        if (!open.isEmpty()) {
            bundles.put(
                    new BundleCoordinate(writer.size() >> TileCoordinate.HEIGHT, open.size()),
                    EntryBundle.encode(open));
        }
        List<Tile> tiles = writer.takeTiles();
        crashPoints.reach("log.files");
        log.files().write(tiles, bundles);
        crashPoints.reach("log.durable");
        List<String> full = new ArrayList<>();
        tiles.stream().map(Tile::coordinate).filter(TileCoordinate::isFull).forEach(tile -> full.add(tile.path()));
        bundles.keySet().stream().filter(BundleCoordinate::isFull).forEach(bundle -> full.add(bundle.path()));
        bundles.clear();
        for (String path : full) {
            log.files().dropPartials(path);
        }
    }

    /** The text of a note, as the database keeps it. */
    static String text(SignedNote note) {
        return new String(note.encode(), StandardCharsets.UTF_8);
    }
}
