package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.ConsistencyProof;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileReader;
import vn.lienthong.crypto.log.WitnessRequest;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;

/** Makes {@code .tlog-proof} texts of the tiles on disk and the kept checkpoints. */
final class Proofs {

    private static final byte[] NOTHING = {};

    private final LogTables tables;
    private final RunningLogs logs;

    Proofs(LogTables tables, RunningLogs logs) {
        this.tables = tables;
        this.logs = logs;
    }

    /** One checkpoint for all the proofs of one call, with the tiles that were read for them. */
    private record Against(@Nullable SignedNote note, long size, TileReader tiles) {}

    /**
     * The proofs of those entries that the checkpoint covers.
     *
     * @param checkpoint which of the kept checkpoints; null when there is none yet
     */
    Map<LogEntryId, Octets> of(Collection<LogEntryId> ids, Function<HeadRows.Head, @Nullable String> checkpoint) {
        Map<LogEntryId, Octets> proofs = new LinkedHashMap<>();
        Map<Integer, Against> checkpoints = new HashMap<>();
        try {
            for (Map.Entry<LogEntryId, LogPosition> entry :
                    tables.entries().positions(ids).entrySet()) {
                LogPosition place = entry.getValue();
                Against against = checkpoints.get(place.column());
                if (against == null) {
                    against = against(place, checkpoint);
                    checkpoints.put(place.column(), against);
                }
                SignedNote note = against.note();
                if (note != null && place.index() < against.size()) {
                    InclusionProof proof = InclusionProof.build(place.index(), against.size(), against.tiles());
                    proofs.put(
                            entry.getKey(),
                            Octets.of(LogReceipt.of(proof, NOTHING, note).encode()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of a log cannot be read", e);
        }
        return proofs;
    }

    /** From an earlier size to the last signed checkpoint; empty when that is shorter. */
    Optional<Octets> consistency(LogName log, long size) {
        try {
            Against last = against(new LogPosition(log, 0), HeadRows.Head::signedNote);
            SignedNote note = last.note();
            if (note == null || size < 0 || size > last.size()) {
                return Optional.empty();
            }
            ConsistencyProof proof = ConsistencyProof.build(size, last.size(), last.tiles());
            return Optional.of(
                    Octets.of(WitnessRequest.of(size, proof.path(), note).encode()));
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of a log cannot be read", e);
        }
    }

    private Against against(LogPosition place, Function<HeadRows.Head, @Nullable String> checkpoint)
            throws IOException {
        String text = tables.heads().find(place.column()).map(checkpoint).orElse(null);
        LogFiles today = logs.get(place.log()).own().files();
        LogFiles files = place.closedEpoch() == 0 ? today : today.closed(place.closedEpoch());
        Map<TileCoordinate, byte[]> read = new HashMap<>();
        TileReader tiles = tile -> {
            byte[] known = read.get(tile);
            if (known == null) {
                known = files.read(tile);
                read.put(tile, known);
            }
            return known;
        };
        if (text == null) {
            return new Against(null, 0, tiles);
        }
        SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
        return new Against(note, Publication.headOf(note).size(), tiles);
    }
}
