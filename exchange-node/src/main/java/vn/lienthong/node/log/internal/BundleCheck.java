package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogVerdict.Kind;

/**
 * Holds the rows, the bundle and the leaf tile of up to 256 entries against each other. Where two of the three agree, the third
 * is what was changed.
 */
final class BundleCheck {

    private final OwnLog log;
    private final BundleCoordinate bundle;
    private final FaultList faults;

    BundleCheck(OwnLog log, BundleCoordinate bundle, FaultList faults) {
        this.log = log;
        this.bundle = bundle;
        this.faults = faults;
    }

    /** The leaf hashes that count: those on which two of the three agree, else those of the tile. */
    List<MerkleHash> check(List<LogEntry> rows) {
        List<@Nullable MerkleHash> ofRows = hashes(rows);
        List<@Nullable MerkleHash> ofBundle = bundleHashes();
        List<@Nullable MerkleHash> ofTile = tileHashes();
        List<MerkleHash> truth = new ArrayList<>();
        for (int i = 0; i < bundle.width(); i++) {
            MerkleHash row = ofRows.get(i);
            MerkleHash published = ofBundle.get(i);
            MerkleHash leaf = ofTile.get(i);
            truth.add(agreed(row, published, leaf));
        }
        judgeRows(ofRows, truth);
        judgeFiles(ofBundle, truth, Kind.BUNDLE_CHANGED, bundle.path());
        judgeFiles(ofTile, truth, Kind.TILE_CHANGED, tile().path());
        return truth;
    }

    private static MerkleHash agreed(
            @Nullable MerkleHash row, @Nullable MerkleHash published, @Nullable MerkleHash leaf) {
        if (row != null && Objects.equals(row, published)) {
            return row;
        }
        if (leaf != null) {
            return leaf;
        }
        return Objects.requireNonNullElse(published, Objects.requireNonNullElseGet(row, MerkleHash::emptyRoot));
    }

    private void judgeRows(List<@Nullable MerkleHash> rows, List<MerkleHash> truth) {
        Map<MerkleHash, Integer> places = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            places.putIfAbsent(truth.get(i), i);
        }
        for (int i = 0; i < truth.size(); i++) {
            MerkleHash row = rows.get(i);
            long index = bundle.first() + i;
            if (row == null) {
                faults.add(Kind.ENTRY_DELETED, index, "table log_entry", "the entry is missing");
            } else if (!row.equals(truth.get(i))) {
                judgeRow(index, places.get(row));
            }
        }
    }

    private void judgeRow(long index, @Nullable Integer belongs) {
        if (belongs == null) {
            faults.add(Kind.ENTRY_EDITED, index, "table log_entry", "the entry is not what was published");
        } else {
            faults.add(
                    Kind.ENTRY_MOVED,
                    index,
                    "table log_entry",
                    "the entry was published at place " + (bundle.first() + belongs));
        }
    }

    private void judgeFiles(List<@Nullable MerkleHash> found, List<MerkleHash> truth, Kind kind, String place) {
        for (int i = 0; i < truth.size(); i++) {
            if (!Objects.equals(truth.get(i), found.get(i))) {
                String what = found.get(i) == null ? "missing or unreadable" : "another than the other two sources say";
                faults.add(kind, bundle.first() + i, place, what);
                if (found.get(i) == null) {
                    return;
                }
            }
        }
    }

    private List<@Nullable MerkleHash> hashes(List<LogEntry> rows) {
        List<@Nullable MerkleHash> hashes = nothing();
        for (LogEntry row : rows) {
            int i = (int) (Objects.requireNonNull(row.index()) - bundle.first());
            if (hashes.get(i) == null) {
                hashes.set(i, MerkleHash.leaf(row.octets().toByteArray()));
            } else {
                faults.add(Kind.ENTRY_INSERTED, row.index(), "table log_entry", "two entries have this place");
            }
        }
        return hashes;
    }

    private List<@Nullable MerkleHash> bundleHashes() {
        List<@Nullable MerkleHash> hashes = nothing();
        try {
            List<byte[]> entries = log.files().entries(bundle);
            for (int i = 0; i < bundle.width(); i++) {
                hashes.set(i, MerkleHash.leaf(entries.get(i)));
            }
        } catch (IOException unreadable) {
            return nothing();
        }
        return hashes;
    }

    private List<@Nullable MerkleHash> tileHashes() {
        List<@Nullable MerkleHash> hashes = nothing();
        try {
            byte[] octets = log.files().exactly(tile());
            for (int i = 0; i < bundle.width(); i++) {
                hashes.set(i, MerkleHash.of(octets, i * MerkleHash.SIZE));
            }
        } catch (IOException unreadable) {
            return nothing();
        }
        return hashes;
    }

    private TileCoordinate tile() {
        return new TileCoordinate(0, bundle.index(), bundle.width());
    }

    private List<@Nullable MerkleHash> nothing() {
        List<@Nullable MerkleHash> hashes = new ArrayList<>();
        for (int i = 0; i < bundle.width(); i++) {
            hashes.add(null);
        }
        return hashes;
    }
}
