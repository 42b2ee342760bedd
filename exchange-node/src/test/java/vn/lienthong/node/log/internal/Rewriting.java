package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.EntryBundle;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileWriter;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogName;

/** What an administrator who knows everything but the log's keys can do: bundles, tiles and head follow the forged rows. */
final class Rewriting {

    private Rewriting() {}

    static void everything(LogWorld world, OwnLog log) {
        long size = world.head().tree().size();
        TileWriter tiles = TileWriter.create();
        MerkleFrontier frontier = new MerkleFrontier();
        Map<BundleCoordinate, byte[]> bundles = new LinkedHashMap<>();
        for (long first = 0; first < size; first += TileCoordinate.FULL_WIDTH) {
            int width = (int) Math.min(TileCoordinate.FULL_WIDTH, size - first);
            List<byte[]> entries = new ArrayList<>();
            for (LogEntry entry : world.tables.entries().from(LogName.EVENTS, first, width)) {
                byte[] octets = entry.octets().toByteArray();
                entries.add(octets);
                tiles.append(MerkleHash.leaf(octets));
                frontier.append(MerkleHash.leaf(octets));
            }
            bundles.put(new BundleCoordinate(first >> TileCoordinate.HEIGHT, width), EntryBundle.encode(entries));
        }
        try {
            log.files().write(tiles.takeTiles(), bundles);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        world.tables.heads().grow(LogName.EVENTS, frontier, "administrator");
    }
}
