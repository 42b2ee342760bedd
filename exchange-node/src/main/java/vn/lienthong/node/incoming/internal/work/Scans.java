package vn.lienthong.node.incoming.internal.work;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.check.PdfChecking;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.PaperFiles;
import vn.lienthong.node.incoming.internal.record.PaperFiles.PaperFile;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/**
 * Scanned files of papers: taken as they come, sealed on their way to the store, looked into before anybody else sees them.
 *
 * <p>Guarantees: nothing readable reaches the disk; what is refused is not kept.
 */
@Component
@InNodeRole
public class Scans {

    /** The largest file. */
    static final long LARGEST = 256L << 20;

    private static final long LARGEST_LOOKED_INTO = 64L << 20;
    private static final int MOST_FILES = 100;
    private static final int HEAD = 1024;
    private static final String FIELD = "file";

    private final Acts acts;
    private final DocumentRows rows;
    private final PaperFiles files;
    private final SealedPieces pieces;
    private final PdfChecking checking;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    Scans(
            Acts acts,
            DocumentRows rows,
            PaperFiles files,
            SealedPieces pieces,
            PdfChecking checking,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.acts = acts;
        this.rows = rows;
        this.files = files;
        this.pieces = pieces;
        this.checking = checking;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether files can be added to a document and taken off it: those of the exchange stay as their senders signed them. */
    public static boolean takes(IncomingDocument document) {
        IncomingState state = document.state();
        return !document.origin().overAxis() && state != IncomingState.REFUSED && state != IncomingState.RECALLED;
    }

    /**
     * Adds a file to a paper that the clerk may know of.
     *
     * @param name as the clerk's machine calls it
     * @param content read to its end
     * @throws IOException when the store fails
     */
    public Outcome add(Person clerk, IncomingDocument document, String name, InputStream content) throws IOException {
        Optional<FileType> type = FileType.byName(name);
        if (!takes(document)) {
            return refused("closed", name);
        }
        if (type.isEmpty()) {
            return refused("type", name);
        }
        if (files.of(document.id()).size() >= MOST_FILES) {
            return refused("many", name);
        }
        return keep(clerk, document, name, type.get(), content);
    }

    private Outcome keep(Person clerk, IncomingDocument document, String name, FileType type, InputStream content)
            throws IOException {
        PayloadId payload = new PayloadId(ids.next());
        MessageDigest digest = Sha512.digest();
        long size;
        try {
            size = pieces.keep(payload, new DigestInputStream(content, digest), LARGEST + 1, true);
        } catch (NoRoomException full) {
            return refused("no-room", name);
        }
        if (size == 0) {
            return refused("content", name);
        }
        Attachment file = new Attachment(
                FileName.sanitise(name),
                FileName.sanitise(name).value(),
                type.mediaType(),
                Math.min(size, LARGEST),
                Sha512.fromBytes(digest.digest()),
                "");
        Optional<String> fault = size > LARGEST ? Optional.of("large") : fault(type, payload, size);
        Outcome outcome = fault.map(reason -> refused(reason, name))
                .orElseGet(() -> acts.run(() -> attach(clerk, document, new PaperFile(payload, file))));
        if (!(outcome instanceof Outcome.Done)) {
            pieces.remove(List.of(payload));
        }
        return outcome;
    }

    private Optional<String> fault(FileType type, PayloadId payload, long size) throws IOException {
        try (InputStream in = pieces.open(List.of(payload))) {
            byte[] head = in.readNBytes(HEAD);
            if (!type.fits(head)) {
                return Optional.of("content");
            }
        }
        if (type != FileType.PDF || size > LARGEST_LOOKED_INTO) {
            return Optional.empty();
        }
        try (InputStream in = pieces.open(List.of(payload))) {
            return checking.isDangerous(in.readAllBytes()) ? Optional.of("dangerous") : Optional.empty();
        }
    }

    private Outcome attach(Person clerk, IncomingDocument document, PaperFile file) {
        IncomingDocument locked = acts.again(document);
        if (!takes(locked)) {
            return acts.overtaken(locked);
        }
        files.insert(locked.id(), file, clerk.login().value(), clock.instant());
        return counted(clerk, locked, IncomingAct.ATTACH, file.file().originalName());
    }

    private Outcome counted(Person clerk, IncomingDocument locked, IncomingAct act, String name) {
        List<PaperFile> all = files.of(locked.id());
        rows.files(
                locked,
                all.size(),
                all.stream().mapToLong(one -> one.file().size()).sum());
        acts.note(locked, Acts.doer(clerk), act, name);
        return new Outcome.Done(acts.again(locked));
    }

    /** Takes a file off a paper; its octets are let go. */
    public Outcome remove(Person clerk, IncomingDocument document, PayloadId payload) {
        Outcome outcome = acts.run(() -> {
            IncomingDocument locked = acts.again(document);
            Optional<PaperFile> gone = takes(locked) ? files.remove(locked.id(), payload) : Optional.empty();
            return gone.map(file -> counted(
                            clerk, locked, IncomingAct.DETACH, file.file().originalName()))
                    .orElseGet(Outcome.Absent::new);
        });
        if (outcome instanceof Outcome.Done) {
            pieces.remove(List.of(payload));
        }
        return outcome;
    }

    private static Outcome refused(String reason, String name) {
        return new Outcome.Refused(FIELD, "incoming.scan.refused." + reason, List.of(name));
    }
}
