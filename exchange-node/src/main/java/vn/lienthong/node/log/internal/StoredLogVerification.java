package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.Tile;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileWriter;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogFaultsFound;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogTimestamps.Stamped;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.LogVerdict.Kind;
import vn.lienthong.node.log.LogVerification;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.timestamp.TimestampVerification;

/** Verifies the logs of this installation from database and disk. */
@Service
class StoredLogVerification implements LogVerification {

    private static final String DATABASE = "table log_head";

    private final LogTables tables;
    private final RunningLogs logs;
    private final ObjectProvider<LoggedContent> contents;
    private final TimestampVerification authority;
    private final ApplicationEventPublisher events;

    StoredLogVerification(
            LogTables tables,
            RunningLogs logs,
            ObjectProvider<LoggedContent> contents,
            TimestampVerification authority,
            ApplicationEventPublisher events) {
        this.tables = tables;
        this.logs = logs;
        this.contents = contents;
        this.authority = authority;
        this.events = events;
    }

    @Override
    public LogVerdict verify(LogName name, Progress progress) {
        RunningLog running = logs.get(name);
        List<LoggedContent> kept = name == LogName.EVENTS ? contents.stream().toList() : List.of();
        Parts parts = new Parts(running.own(), tables, running.confirmation(), kept, authority);
        LogVerdict verdict = new Run(parts, progress).verify();
        if (verdict.faultCount() > 0) {
            events.publishEvent(new LogFaultsFound(
                    name, verdict.faultCount(), verdict.faults().getFirst()));
        }
        return verdict;
    }

    /**
     * What is held against each other.
     *
     * @param log the log on disk and its keys
     * @param tables the log in the database
     * @param witnesses what witnesses hold
     * @param contents to what entries commit
     * @param authority who stamps checkpoints
     */
    record Parts(
            OwnLog log,
            LogTables tables,
            WitnessConfirmation witnesses,
            List<LoggedContent> contents,
            TimestampVerification authority) {

        Parts {
            contents = List.copyOf(contents);
        }
    }

    /** One verification. */
    static final class Run {

        private final OwnLog log;
        private final LogTables tables;
        private final WitnessConfirmation witnesses;
        private final ContentCheck contents;
        private final StampCheck stamps;
        private final Progress progress;
        private final FaultList faults = new FaultList();
        /** Roots of the sizes at which something was signed, as the entries of today have them. */
        private final Map<Long, MerkleHash> roots = new HashMap<>();

        private final TileWriter writer = TileWriter.create();

        Run(Parts parts, Progress progress) {
            this.log = parts.log();
            this.tables = parts.tables();
            this.witnesses = parts.witnesses();
            this.contents = new ContentCheck(parts.contents(), tables.entries(), faults);
            this.stamps = new StampCheck(log, parts.authority(), faults);
            this.progress = progress;
        }

        LogVerdict verify() {
            // From the outside to the inside: what a witness holds was published before, what is published was
            // committed
            // before, so that a log that grows meanwhile is no fault.
            List<WitnessConfirmation.Word> words = witnesses.words();
            long stamped = tables.stamps().latest(log.name());
            Optional<TreeHead> published = published();
            HeadRows.Head head = tables.heads().find(log.name()).orElseThrow();
            long size = published.map(TreeHead::size).orElse(head.tree().size());
            size = Math.min(size, head.tree().size());
            note(head.signedSize());
            note(head.provenSize());
            words.forEach(word -> word.seen().ifPresent(seen -> note(seen.size())));
            long checked = checkEntries(size);
            List<LogVerdict.WitnessWord> judged = List.of();
            if (checked == size) {
                checkHeads(published, head, size);
                stamps.checkLatest(stamped, size);
                judged = judge(words, size);
                long all = size;
                checked = contents.checkAll(() -> progress.at(all, all)) ? size : Math.max(size - 1, 0);
            }
            return new LogVerdict(
                    log.name(),
                    size,
                    checked,
                    Sha256.fromBytes(writer.head().root().toByteArray()),
                    faults.count(),
                    faults.kept(),
                    judged);
        }

        private void note(long size) {
            if (size > 0) {
                roots.put(size, MerkleHash.emptyRoot());
            }
        }

        private Optional<TreeHead> published() {
            try {
                Optional<TreeHead> head = Publication.lastPublished(log).map(Publication::headOf);
                checkKeys();
                return head;
            } catch (DamagedLogException e) {
                faults.add(
                        Kind.CHECKPOINT_CHANGED,
                        null,
                        LogFiles.CHECKPOINT,
                        e.standstill().detail());
            } catch (IOException e) {
                faults.add(Kind.CHECKPOINT_CHANGED, null, LogFiles.CHECKPOINT, "cannot be read");
            }
            return Optional.empty();
        }

        private void checkKeys() throws IOException {
            byte[] expected = (log.keys().classical().verifierKey().text() + "\n").getBytes(StandardCharsets.US_ASCII);
            if (!Arrays.equals(expected, log.files().text(LogFiles.KEY).orElse(new byte[0]))) {
                faults.add(Kind.CHECKPOINT_CHANGED, null, LogFiles.KEY, "not the key of this log");
            }
        }

        private long checkEntries(long size) {
            long done = 0;
            while (done < size && progress.at(done, size)) {
                BundleCoordinate bundle = BundleCoordinate.holding(done, size);
                List<LogEntry> rows = rows(done, done + bundle.width());
                List<MerkleHash> leaves = new BundleCheck(log, bundle, faults).check(rows);
                contents.check(rows);
                List<Stamped> stamped = tables.stamps().between(log.name(), done, done + bundle.width());
                stamped.forEach(stamp -> note(stamp.size()));
                for (MerkleHash leaf : leaves) {
                    writer.append(leaf);
                    done++;
                    if (roots.containsKey(done)) {
                        roots.put(done, writer.head().root());
                    }
                }
                stamped.forEach(stamp -> stamps.check(stamp, roots.get(stamp.size())));
                writer.takeTiles().forEach(this::checkTile);
            }
            return done;
        }

        private List<LogEntry> rows(long from, long end) {
            try {
                return tables.entries().between(log.name(), from, end);
            } catch (IllegalStateException | IllegalArgumentException damaged) {
                // Names and kinds are not in the tree, and one that this program never writes cannot be read.
                faults.add(Kind.ENTRY_EDITED, from, "table log_entry", "a row of the bundle from here cannot be read");
                return List.of();
            }
        }

        /** The leaf tiles are checked with their entries already. */
        private void checkTile(Tile expected) {
            TileCoordinate at = expected.coordinate();
            if (at.level() == 0) {
                return;
            }
            String detail = "missing or unreadable";
            try {
                if (Arrays.equals(log.files().exactly(at), expected.toByteArray())) {
                    return;
                }
                detail = "not what the tiles below make of it";
            } catch (IOException unreadable) {
                detail = "missing or unreadable";
            }
            long first = at.index() << (TileCoordinate.HEIGHT * (at.level() + 1));
            faults.add(Kind.TILE_CHANGED, first, at.path(), detail);
        }

        private void checkHeads(Optional<TreeHead> published, HeadRows.Head head, long size) {
            TreeHead entries = writer.head();
            if (published.isPresent()
                    && published.get().size() == size
                    && !published.get().equals(entries)) {
                faults.add(
                        Kind.REWRITTEN, null, LogFiles.CHECKPOINT, "the entries have another root than the one signed");
            }
            if (published.isPresent() && published.get().size() > head.tree().size()) {
                faults.add(
                        Kind.TRUNCATED,
                        head.tree().size(),
                        DATABASE,
                        "the published checkpoint has size " + published.get().size());
            }
            if (head.tree().size() == size && !head.tree().equals(entries)) {
                faults.add(Kind.HEAD_CHANGED, null, DATABASE, "size and root are not those of the entries");
            }
            checkEdge(head);
            checkNote(head.signedNote(), "signed_note", size);
            checkNote(head.provenNote(), "proven_note", size);
            checkBeyond();
        }

        /** In one look at the database: the log grows meanwhile. */
        private void checkBeyond() {
            tables.transactions().executeWithoutResult(_ -> {
                long end = tables.heads().find(log.name()).orElseThrow().tree().size();
                long beyond = tables.entries().countFrom(log.name(), end);
                if (beyond > 0) {
                    faults.add(
                            Kind.ENTRY_INSERTED,
                            end,
                            "table log_entry",
                            beyond + " entries have places behind the end of the log");
                }
            });
        }

        private void checkEdge(HeadRows.Head head) {
            try {
                if (head.edge().size() != head.tree().size()) {
                    faults.add(Kind.HEAD_CHANGED, null, DATABASE, "the frontier is of another size");
                }
            } catch (LogFormatException e) {
                faults.add(Kind.HEAD_CHANGED, null, DATABASE, String.valueOf(e.getMessage()));
            }
        }

        private void checkNote(@Nullable String text, String column, long size) {
            if (text == null) {
                return;
            }
            try {
                SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                boolean signed = note.verify(log.keys().verifierKeys()) instanceof NoteCheck.Verified;
                if (!signed || !checkpoint.origin().equals(log.origin())) {
                    faults.add(Kind.CHECKPOINT_CHANGED, null, DATABASE + "." + column, "not signed by this log");
                } else if (checkpoint.size() > size) {
                    faults.add(Kind.TRUNCATED, size, DATABASE + "." + column, "is of size " + checkpoint.size());
                } else if (checkpoint.size() > 0 && !Objects.equals(checkpoint.root(), roots.get(checkpoint.size()))) {
                    faults.add(
                            Kind.REWRITTEN,
                            null,
                            DATABASE + "." + column,
                            "the entries before " + checkpoint.size() + " have another root than the one signed");
                }
            } catch (LogFormatException e) {
                faults.add(Kind.CHECKPOINT_CHANGED, null, DATABASE + "." + column, "no checkpoint");
            }
        }

        private List<LogVerdict.WitnessWord> judge(List<WitnessConfirmation.Word> words, long size) {
            return words.stream().map(word -> judge(word, size)).toList();
        }

        private LogVerdict.WitnessWord judge(WitnessConfirmation.Word word, long size) {
            if (word.seen().isEmpty()) {
                return new LogVerdict.WitnessWord(word.witness(), 0, false, word.detail());
            }
            TreeHead seen = word.seen().get();
            boolean longer = seen.size() > size;
            boolean same = !longer && (seen.size() == 0 || Objects.equals(seen.root(), roots.get(seen.size())));
            String detail = same ? "confirms" : longer ? "holds a longer log" : "holds another history";
            if (!same) {
                faults.add(
                        longer ? Kind.TRUNCATED : Kind.WITNESS_CONTRADICTS,
                        longer ? size : null,
                        "witness " + word.witness(),
                        detail + ", of size " + seen.size());
            }
            return new LogVerdict.WitnessWord(word.witness(), seen.size(), same, detail);
        }
    }
}
