package vn.lienthong.node.secret.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.secret.SecretDrafts;
import vn.lienthong.node.storage.PayloadId;

/** Takes files of drafts in and gives them out. */
@InNodeRole
@Component
class DraftFiles {

    private static final int HEAD = 1024;

    private final SecretFileRows rows;
    private final SecretPieces pieces;
    private final TimeOrderedIds ids;
    private final SecureRandom random;

    DraftFiles(SecretFileRows rows, SecretPieces pieces, TimeOrderedIds ids, SecureRandom random) {
        this.rows = rows;
        this.pieces = pieces;
        this.ids = ids;
        this.random = random;
    }

    /**
     * A file that lies sealed in the store and stands in no table yet.
     *
     * @param payload where
     * @param facts what is known of it
     */
    record Taken(PayloadId payload, FileFacts facts) {}

    /** Seals a file while it is read. */
    Taken take(byte[] key, String name, InputStream source) throws IOException {
        String clean = FileName.sanitise(name).value();
        Optional<FileType> type = FileType.byName(clean);
        BufferedInputStream buffered = new BufferedInputStream(source, 2 * HEAD);
        if (type.isEmpty() || !type.get().fits(head(buffered))) {
            throw new HinderedException(Hindrance.FILE_REFUSED);
        }
        PayloadId payload = new PayloadId(ids.next());
        MessageDigest digest = Sha512.digest();
        Bounded bounded = new Bounded(buffered);
        pieces.keep(payload, key, new DigestInputStream(bounded, digest));
        return new Taken(
                payload,
                new FileFacts(
                        clean,
                        type.get().mediaType(),
                        bounded.count,
                        HexFormat.of().formatHex(digest.digest())));
    }

    private static byte[] head(BufferedInputStream source) throws IOException {
        source.mark(HEAD);
        byte[] head = source.readNBytes(HEAD);
        source.reset();
        return head;
    }

    void remove(PayloadId payload) {
        pieces.remove(payload);
    }

    /** Copies a file and checks that it is what was taken. */
    void copy(StoredFile stored, byte[] key, OutputStream out) throws IOException {
        MessageDigest digest = Sha512.digest();
        try (InputStream plain = new DigestInputStream(pieces.open(stored.payload(), key), digest)) {
            long _ = plain.transferTo(out);
        }
        byte[] claimed = HexFormat.of().parseHex(stored.file().sha512());
        if (!MessageDigest.isEqual(digest.digest(), claimed)) {
            throw new IOException("file " + stored.payload() + " is not what was taken");
        }
    }

    /** Reads a file; the caller closes it. */
    InputStream open(StoredFile stored, byte[] key) throws IOException {
        return pieces.open(stored.payload(), key);
    }

    /** Checks that all files of a draft open and are what their digests say. */
    boolean intact(Draft draft, byte[] key) {
        for (StoredFile stored : rows.of(draft.id())) {
            try {
                copy(stored, key, OutputStream.nullOutputStream());
            } catch (IOException changed) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rows of a draft's files say what a statement says. */
    boolean match(Draft draft, ReleaseStatement statement) {
        return rows.of(draft.id()).stream()
                .map(stored -> new ReleasedFile(
                        stored.file().size(),
                        Sha512.fromHex(stored.file().sha512()).orElseThrow()))
                .toList()
                .equals(statement.files());
    }

    SecretContent content(StoredFile stored, byte[] key, String code) {
        return new OpenedFile(stored.file(), code, key, (opened, out) -> copy(stored, opened, out));
    }

    String lookCode() {
        return LookCodes.next(random);
    }

    StoredFile find(Draft draft, int number) {
        return rows.find(draft.id(), number).orElseThrow(() -> new HinderedException(Hindrance.HIDDEN));
    }

    /** Wipes a key that is no longer needed. */
    static void wipe(byte[] key) {
        Arrays.fill(key, (byte) 0);
    }

    /** Ends when more comes than a file may have. */
    private static final class Bounded extends FilterInputStream {

        private long count;

        Bounded(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            int read = in.read(octets, offset, length);
            count += Math.max(0, read);
            if (count > SecretDrafts.LARGEST_FILE) {
                throw new HinderedException(Hindrance.FILE_REFUSED);
            }
            return read;
        }
    }
}
