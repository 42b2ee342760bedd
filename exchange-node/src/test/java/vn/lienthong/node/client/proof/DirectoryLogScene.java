package vn.lienthong.node.client.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.DirectoryEntries;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileWriter;

/** The directory's log over everything that a scene has published, and key proofs from it. */
final class DirectoryLogScene {

    private final LogKeys keys = LogKeys.generate("lienthong.vn/directory/publications");

    /** What the directory lists about its log. */
    NodeLogs logs() {
        List<LogKey> listed =
                keys.verifierKeys().stream().map(key -> new LogKey(key.text())).toList();
        return new NodeLogs(List.of(new PublishedLog(LogPurpose.DIRECTORY, keys.origin(), listed)), null, null);
    }

    /** A proof for every change, as the parts of a dossier; the directory was published last. */
    Map<String, byte[]> proofs(List<SignedPublication> publications, Instant seen) throws IOException {
        List<byte[]> changes = new ArrayList<>();
        List<byte[]> entries = new ArrayList<>();
        for (SignedPublication signed : publications) {
            Publication publication = read(signed);
            for (DirectoryChange change : publication.changes()) {
                changes.add(DirectoryEntries.octets(change));
            }
            DirectoryEntries.of(publication, signed.sha256())
                    .forEach(entry -> entries.add(WireFormats.DIRECTORY_LOG_ENTRY.encode(entry)));
        }
        Map<String, byte[]> parts = parts(changes, entries, seen);
        parts.put(
                ProofFiles.LOG_KEYS,
                WireFormats.PUBLICATION_PAGE.encode(
                        new PublicationPage(publications.size(), List.of(publications.getLast()))));
        return parts;
    }

    private Map<String, byte[]> parts(List<byte[]> changes, List<byte[]> entries, Instant seen) throws IOException {
        TileWriter tree = TileWriter.create();
        entries.forEach(entry -> tree.append(MerkleHash.leaf(entry)));
        Map<TileCoordinate, byte[]> tiles = new HashMap<>();
        tree.takeTiles().forEach(tile -> tiles.put(tile.coordinate(), tile.toByteArray()));
        SignedNote note = keys.sign(tree.head(), seen);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String stem = String.format(Locale.ROOT, "%s%03d", ProofFiles.KEY_PROOFS, i + 1);
            InclusionProof proof =
                    InclusionProof.build(i, entries.size(), tile -> Objects.requireNonNull(tiles.get(tile)));
            parts.put(stem + ProofFiles.CHANGE, changes.get(i));
            parts.put(stem + ".entry", entries.get(i));
            parts.put(
                    stem + ".tlog-proof",
                    LogReceipt.of(proof, new byte[0], note).encode());
        }
        return parts;
    }

    private static Publication read(SignedPublication signed) {
        if (WireFormats.PUBLICATION.decode(signed.octets().toByteArray())
                instanceof Decoded.Value<Publication>(Publication publication)) {
            return publication;
        }
        throw new AssertionError("not a publication");
    }
}
