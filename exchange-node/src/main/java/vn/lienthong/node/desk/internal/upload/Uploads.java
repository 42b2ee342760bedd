package vn.lienthong.node.desk.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.gateway.OpenUploads;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/**
 * Files that programs upload.
 *
 * <p>Guarantees: what was acknowledged is durable, sealed and can be followed by the rest later; a file counts only when all of it
 * is here and has the digest that was announced; what nobody takes is removed a day after its last octet.
 */
@InNodeRole
@Service
public class Uploads implements OpenUploads {
    /** The largest file. */
    public static final long LARGEST = 4L << 30;

    private static final Duration LIFE = Duration.ofHours(24);

    private final UploadRows rows;
    private final SealedPieces pieces;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    Uploads(
            UploadRows rows,
            SealedPieces pieces,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins an upload.
     *
     * @param mostOpen how many the agency may have open
     * @return empty when it has as many already
     */
    Optional<Upload> begin(ApiCaller caller, Upload.Announced file, int mostOpen) {
        Instant now = clock.instant();
        Upload upload = new Upload(new UploadId(ids.next()), file, 0, false, false, now.plus(LIFE));
        return rows.insert(upload, caller.agency(), caller.key(), now, mostOpen)
                ? Optional.of(upload)
                : Optional.empty();
    }

    /** An upload of the agency; those whose time is over are not there any more. */
    public Optional<Upload> find(AgencyCode agency, UploadId id) {
        Instant now = clock.instant();
        return rows.find(agency, id)
                .filter(upload -> upload.taken() || upload.expiresAt().isAfter(now));
    }

    @Override
    public long open(AgencyCode agency) {
        return rows.open(agency);
    }

    /**
     * Adds what comes to the end of an upload. Without a digest what came before the source broke off is kept, with one all or
     * nothing.
     *
     * @param digest of the part, or null
     * @throws IOException when the store fails
     */
    UploadAnswer append(AgencyCode agency, Upload upload, long offset, InputStream source, @Nullable Sha256 digest)
            throws IOException {
        if (upload.complete() || upload.taken() || offset != upload.size()) {
            return new UploadAnswer.WrongPlace(upload.size());
        }
        PayloadId piece = new PayloadId(ids.next());
        DigestInputStream counted = new DigestInputStream(source, sha256());
        long size = pieces.keep(piece, counted, upload.missing(), digest != null);
        if (digest != null
                && !digest.equals(Sha256.fromBytes(counted.getMessageDigest().digest()))) {
            discard(piece, size);
            return new UploadAnswer.PartBroken();
        }
        if (size == upload.missing() && source.read() >= 0) {
            discard(piece, size);
            return new UploadAnswer.TooMuch();
        }
        return added(agency, upload, piece, size);
    }

    private UploadAnswer added(AgencyCode agency, Upload upload, PayloadId piece, long size) throws IOException {
        Instant expiresAt = clock.instant().plus(LIFE);
        boolean kept =
                size > 0 && Boolean.TRUE.equals(transactions.execute(_ -> rows.append(upload, piece, size, expiresAt)));
        Optional<Upload> now = rows.find(agency, upload.id());
        if (size > 0 && !kept) {
            discard(piece, size);
            return new UploadAnswer.WrongPlace(now.map(Upload::size).orElse(0L));
        }
        return now.isPresent() && now.get().missing() == 0 ? proved(agency, now.get()) : kept(now.orElse(upload));
    }

    private static UploadAnswer kept(Upload upload) {
        return new UploadAnswer.Kept(upload);
    }

    private UploadAnswer proved(AgencyCode agency, Upload upload) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream whole = new DigestInputStream(content(upload), digest)) {
            long _ = whole.transferTo(OutputStream.nullOutputStream());
        }
        if (!upload.file().sha256().equals(Sha256.fromBytes(digest.digest()))) {
            remove(upload.id());
            return new UploadAnswer.WholeBroken();
        }
        rows.complete(upload.id());
        return kept(rows.find(agency, upload.id()).orElse(upload));
    }

    private void discard(PayloadId piece, long size) {
        if (size > 0) {
            pieces.remove(List.of(piece));
        }
    }

    /** Removes an upload that no request to send has taken. */
    void remove(UploadId id) {
        pieces.remove(released(id, Optional.empty()));
    }

    private List<PayloadId> released(UploadId id, Optional<UUID> taker) {
        List<PayloadId> released = transactions.execute(_ -> rows.delete(id, taker));
        return released == null ? List.of() : released;
    }

    /** Removes the uploads whose time is over. */
    void sweep() {
        for (UploadId id : rows.over(clock.instant())) {
            remove(id);
        }
    }

    /** The octets of an upload; the caller closes the stream. */
    public InputStream content(Upload upload) {
        return pieces.open(rows.pieces(upload.id()));
    }

    /**
     * Takes uploads for a request to send, in the caller's transaction.
     *
     * @param request its name
     * @return the places in the list of those that are not complete, or taken already, or not there; then none may be sent
     */
    public List<Integer> take(AgencyCode agency, List<UploadId> files, UUID request) {
        List<Integer> missing = new ArrayList<>();
        for (int place = 0; place < files.size(); place++) {
            if (!rows.take(agency, files.get(place), request, place)) {
                missing.add(place);
            }
        }
        return missing;
    }

    /** The uploads that a request to send has taken, in their order. */
    public List<Upload> takenBy(UUID request) {
        return rows.takenBy(request);
    }

    /** Gives back what a request to send had taken, as it was refused. */
    public void giveBack(UUID request) {
        rows.giveBack(request);
    }

    /** Removes what a request to send had taken, as it was carried out. */
    public void finish(UUID request) {
        for (Upload upload : rows.takenBy(request)) {
            pieces.remove(released(upload.id(), Optional.of(request)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
