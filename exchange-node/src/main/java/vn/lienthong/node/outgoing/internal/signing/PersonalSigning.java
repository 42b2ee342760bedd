package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.PngImage;
import vn.lienthong.crypto.pdf.PreparedSignature;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;

/**
 * Signing by a person whose key is elsewhere, on a token or in a signing service: the octets to be signed go out, the signature
 * value comes back.
 *
 * <p>Guarantees: a value that does not belong to exactly this file and certificate changes nothing; a person signs before the agency;
 * a file that was changed meanwhile keeps its new content; what was begun ends after an hour by itself.
 */
@InNodeRole
@Service
class PersonalSigning {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalSigning.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String FIELD = "nguoi-ky";

    private final JdbcClient database;
    private final DraftFiles files;
    private final SignedFiles signed;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    PersonalSigning(
            JdbcClient database,
            DraftFiles files,
            SignedFiles signed,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.signed = signed;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A signature that waits for its value.
     *
     * @param id its name
     * @param document whose file is signed
     * @param agency of the document
     * @param prepared what is to be signed
     */
    record Waiting(SigningId id, OutgoingId document, AgencyCode agency, PreparedSignature prepared) {}

    private record Row(OutgoingId document, AgencyCode agency, FileId file, Sha256 sha256, PayloadId piece) {}

    /**
     * First phase.
     *
     * @param room where the picture of the signature goes
     * @param image of the signature; null for one that is not seen
     * @param chain the signer's certificate first
     * @return empty when the file cannot bear the signature, or the agency has signed before
     */
    Optional<SigningId> begin(
            String login,
            Outgoing document,
            DraftFile main,
            PageBox room,
            @Nullable PngImage image,
            List<X509Certificate> chain)
            throws IOException {
        Sha256 sha256 = main.sha256();
        FileCheck check = FileCheck.read(main.signatures());
        if (sha256 == null || check.signedByAgency() || check.broken()) {
            return Optional.empty();
        }
        SignatureAppearance appearance = image == null
                ? new SignatureAppearance.Invisible()
                : new SignatureAppearance.HandwrittenSignature(room, image);
        Instant now = clock.instant();
        String field = FIELD + "-" + Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
        try {
            PreparedSignature prepared = new PdfSigner()
                    .prepare(
                            files.octets(main),
                            new PdfSignRequest(field, appearance, LaterChanges.SIGNATURES, now),
                            chain);
            SigningId id = new SigningId(ids.next());
            PayloadId piece = files.keep(PreparedOctets.write(prepared));
            insert(id, document, main, sha256, piece, login, now);
            return Optional.of(id);
        } catch (PdfSigningException e) {
            LOG.info("file {} cannot be signed: {}", main.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private void insert(
            SigningId id,
            Outgoing document,
            DraftFile main,
            Sha256 sha256,
            PayloadId piece,
            String login,
            Instant now) {
        int _ = database.sql(
                        "insert into outgoing_signing (signing_id, document_id, agency, file_id, sha256, payload_id,"
                                + " begun_by, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.octets(id.value()),
                        document.id().value(),
                        document.agency().value(),
                        Columns.octets(main.id().value()),
                        sha256.bytes(),
                        Columns.octets(piece.value()),
                        login,
                        Columns.of(now.plus(PATIENCE)))
                .update();
    }

    /** What waits under that name; empty when nothing does any more. */
    Optional<Waiting> find(SigningId id) throws IOException {
        Optional<Row> row = row(id);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new Waiting(
                        id,
                        row.get().document(),
                        row.get().agency(),
                        PreparedOctets.read(files.kept(row.get().piece()))));
    }

    private Optional<Row> row(SigningId id) {
        return database.sql("select document_id, agency, file_id, sha256, payload_id from outgoing_signing"
                        + " where signing_id = ? and expires_at > ?")
                .params(Columns.octets(id.value()), Columns.of(clock.instant()))
                .query((row, _) -> new Row(
                        new OutgoingId(row.getLong("document_id")),
                        new AgencyCode(row.getString("agency")),
                        new FileId(Columns.uuid(row.getBytes("file_id"))),
                        Sha256.fromBytes(row.getBytes("sha256")),
                        new PayloadId(Columns.uuid(row.getBytes("payload_id")))))
                .optional();
    }

    /**
     * Second phase.
     *
     * @param login who brings the value
     * @return whether the file bears the signature now
     */
    boolean complete(String login, Outgoing document, SigningId id, byte[] value) throws IOException {
        Optional<Row> row = row(id).filter(found -> found.document().equals(document.id()));
        Optional<DraftFile> file = row.flatMap(found -> files.find(document.id(), found.file()))
                .filter(found -> row.get().sha256().equals(found.sha256()));
        if (row.isEmpty() || file.isEmpty() || !document.state().isOpen()) {
            return false;
        }
        try {
            PreparedSignature prepared =
                    PreparedOctets.read(files.kept(row.get().piece()));
            byte[] pdf = new PdfSigner().complete(prepared, value);
            boolean kept = signed.keep(login, document, file.get(), pdf, false);
            if (kept) {
                forget(id, row.get().piece());
            }
            return kept;
        } catch (PdfSigningException e) {
            LOG.info("a signature for outgoing document {} was refused: {}", document.id(), e.getMessage());
            return false;
        }
    }

    private void forget(SigningId id, PayloadId piece) {
        transactions.executeWithoutResult(_ -> {
            int _ = database.sql("delete from outgoing_signing where signing_id = ?")
                    .param(Columns.octets(id.value()))
                    .update();
        });
        files.release(List.of(piece));
    }
}
