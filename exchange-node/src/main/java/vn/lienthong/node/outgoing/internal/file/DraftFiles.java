package vn.lienthong.node.outgoing.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/**
 * The files of drafts.
 *
 * <p>Guarantees: what was acknowledged of an upload is durable and can be followed by the rest later; a file counts only when it is
 * complete, of a kind that is sent, and free of what must not be sent; what is refused leaves nothing behind.
 */
@InNodeRole
@Service
public class DraftFiles {

    /** The largest file. */
    public static final long LARGEST = 4L << 30;

    private static final int HEAD = 1024;
    private static final int LONGEST_NAME = 200;

    private final FileRows rows;
    private final SealedPieces pieces;
    private final FileChecks checks;
    private final FileLocking locking;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    DraftFiles(
            FileRows rows,
            SealedPieces pieces,
            FileChecks checks,
            FileLocking locking,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.checks = checks;
        this.locking = locking;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The files of a document, the main one first. */
    public List<DraftFile> of(OutgoingId document) {
        return rows.of(document);
    }

    /** One file of a document. */
    public Optional<DraftFile> find(OutgoingId document, FileId id) {
        return rows.find(document, id);
    }

    /**
     * Begins a file.
     *
     * @param name of any content
     * @param size octets that will come; 0 when that is not known
     */
    public FileAnswer begin(Person clerk, Outgoing document, String name, long size, boolean main) {
        String clean = clean(name);
        Optional<FileType> type = FileType.byName(clean);
        if (!document.state().isOpen()) {
            return new FileAnswer.Refused("closed", clean);
        }
        if (clean.isEmpty() || type.isEmpty() || (main && type.get() != FileType.PDF)) {
            return new FileAnswer.Refused(main ? "main-type" : "type", clean);
        }
        if (size > LARGEST) {
            return new FileAnswer.Refused("large", clean);
        }
        List<DraftFile> known = rows.of(document.id());
        if (known.size() >= PackageLayout.MAX_FILES) {
            return new FileAnswer.Refused("many", clean);
        }
        int position = known.stream().mapToInt(DraftFile::position).max().orElse(0) + 1;
        DraftFile file = new DraftFile(
                new FileId(ids.next()),
                document.id(),
                position,
                main,
                clean,
                type.get(),
                Math.max(size, 0),
                0,
                false,
                null,
                clock.instant(),
                "",
                "");
        rows.insert(file, clerk.login().value());
        return new FileAnswer.Open(file);
    }

    private static String clean(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", "");
        String last = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1)
                .strip();
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    /**
     * Adds what comes to the end of a file.
     *
     * @param last whether the file ends with the source, whatever was announced; it is all or nothing then
     * @throws IOException when the store fails, or the source of a whole file breaks off
     */
    public FileAnswer append(
            Person clerk, Outgoing document, DraftFile file, long offset, InputStream source, boolean last)
            throws IOException {
        if (file.complete() || offset != file.size()) {
            return new FileAnswer.WrongPlace(file.size());
        }
        PayloadId piece = new PayloadId(ids.next());
        long limit = last ? LARGEST - offset : Math.min(LARGEST, file.expected()) - offset;
        long size = last ? keepWhole(file, piece, source, limit) : pieces.keep(piece, source, limit, false);
        boolean added = size > 0 && append(file, offset, piece, size);
        if (size > 0 && !added) {
            pieces.remove(List.of(piece));
            return new FileAnswer.WrongPlace(
                    rows.find(document.id(), file.id()).map(DraftFile::size).orElse(0L));
        }
        DraftFile now = rows.find(document.id(), file.id()).orElse(file);
        return last || now.size() == now.expected() ? complete(clerk, document, now) : new FileAnswer.Open(now);
    }

    /** A file whose end never came must not look like a shorter one. */
    private long keepWhole(DraftFile file, PayloadId piece, InputStream source, long limit) throws IOException {
        boolean kept = false;
        try {
            long size = pieces.keep(piece, source, limit, true);
            kept = true;
            return size;
        } finally {
            if (!kept) {
                pieces.remove(locking.inTransaction(() -> rows.delete(file.id())));
            }
        }
    }

    private boolean append(DraftFile file, long offset, PayloadId piece, long size) {
        return Boolean.TRUE.equals(transactions.execute(_ -> rows.append(file.id(), offset, piece, size)));
    }

    private FileAnswer complete(Person clerk, Outgoing document, DraftFile file) throws IOException {
        byte[] head = head(file);
        if (file.size() == 0 || !file.type().fits(head)) {
            return refuse(file, "content");
        }
        FileCheck check = FileCheck.NONE;
        Suggestions suggestions = Suggestions.NONE;
        if (file.isPdf() && file.size() <= FileChecks.LARGEST) {
            byte[] pdf = octets(file);
            check = checks.check(pdf, locking.nameOf(document));
            suggestions = check.blocked() ? Suggestions.NONE : checks.suggestions(pdf);
        }
        if (suggestions.secrecyMark()) {
            return refuse(file, "secret");
        }
        if (check.blocked()) {
            return refuse(file, "dangerous");
        }
        Sha256 sha256 = sha256(file);
        String found = check.json();
        Suggestions offered = file.main() ? suggestions : Suggestions.NONE;
        String suggested = file.main() ? suggestions.json() : "";
        List<PayloadId> released = locking.inTransaction(() -> {
            rows.complete(file.id(), sha256, found, suggested);
            List<PayloadId> before = file.main() ? removeOtherMain(file) : List.of();
            locking.attached(clerk, document, file, sha256, offered, rows.of(document.id()));
            return before;
        });
        pieces.remove(released);
        return new FileAnswer.Complete(rows.find(document.id(), file.id()).orElse(file));
    }

    private List<PayloadId> removeOtherMain(DraftFile file) {
        return rows.of(file.document()).stream()
                .filter(other -> other.main() && !other.id().equals(file.id()))
                .flatMap(other -> rows.delete(other.id()).stream())
                .toList();
    }

    private FileAnswer refuse(DraftFile file, String reason) {
        pieces.remove(locking.inTransaction(() -> rows.delete(file.id())));
        return new FileAnswer.Refused(reason, file.name());
    }

    /** Takes a file off a document. */
    public void remove(Person clerk, Outgoing document, DraftFile file) {
        pieces.remove(locking.inTransaction(() -> {
            List<PayloadId> released = rows.delete(file.id());
            locking.detached(clerk, document, file, rows.of(document.id()));
            return released;
        }));
    }

    /** Moves an annex one place up. */
    public void moveUp(Outgoing document, DraftFile file) {
        List<DraftFile> annexes =
                rows.of(document.id()).stream().filter(other -> !other.main()).toList();
        int at = annexes.indexOf(file);
        if (at > 0) {
            DraftFile before = annexes.get(at - 1);
            transactions.executeWithoutResult(_ -> {
                rows.move(file.id(), before.position());
                rows.move(before.id(), file.position());
            });
        }
    }

    /**
     * Puts the signed content of a file in the place of the unsigned one, in the transaction of the caller.
     *
     * @param released gets what no row names any more
     * @return false when the file is not what it was; nothing is changed then
     */
    public boolean replace(
            DraftFile file, PayloadId piece, long size, Sha256 sha256, FileCheck check, List<PayloadId> released) {
        Sha256 before = file.sha256();
        if (before == null || !rows.change(file.id(), before, size, sha256, check.json())) {
            return false;
        }
        released.addAll(rows.replacePieces(file.id(), piece, size));
        return true;
    }

    /** Keeps octets that no row names yet; {@link #replace} names them. */
    public PayloadId keep(byte[] octets) throws IOException {
        PayloadId piece = new PayloadId(ids.next());
        long _ = pieces.keep(piece, new ByteArrayInputStream(octets), octets.length, true);
        return piece;
    }

    /** Reads what {@link #keep} kept. */
    public byte[] kept(PayloadId piece) throws IOException {
        try (InputStream in = pieces.open(List.of(piece))) {
            return in.readAllBytes();
        }
    }

    /** Lets go of what no row names any more. */
    public void release(List<PayloadId> released) {
        pieces.remove(released);
    }

    /** Number and notation, or number here, of other documents of the agency that have the very same main file. */
    public List<String> sameContent(AgencyCode agency, DraftFile main) {
        return rows.sameContent(agency, main);
    }

    /** Reads a file, decrypting; the caller closes it. */
    public InputStream open(DraftFile file) {
        return pieces.open(rows.pieces(file.id()));
    }

    /**
     * A whole file in memory.
     *
     * @throws IOException when it is larger than what is looked into, or the store fails
     */
    public byte[] octets(DraftFile file) throws IOException {
        if (file.size() > FileChecks.LARGEST) {
            throw new IOException("the file is larger than what is looked into");
        }
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    private byte[] head(DraftFile file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private Sha256 sha256(DraftFile file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(open(file), digest)) {
            long _ = in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.fromBytes(digest.digest());
    }
}
