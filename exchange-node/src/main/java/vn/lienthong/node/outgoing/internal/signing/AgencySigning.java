package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileChecks;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Puts the agency's signature on the files of a draft, with the agency's key, which is in this node.
 *
 * <p>Guarantees: the agency signs after the person; a file that the agency has signed is not signed twice; an annex in a file of its
 * own bears number and time at its top right (Decree 30/2020, Annex I).
 */
@InNodeRole
@Service
public class AgencySigning {

    private static final Logger LOG = LoggerFactory.getLogger(AgencySigning.class);
    private static final String FIELD = "co-quan";

    private final DraftFiles files;
    private final SignedFiles signedFiles;
    private final DirectoryView directory;
    private final AgencyKeys keys;
    private final InstantSource clock;

    AgencySigning(
            DraftFiles files, SignedFiles signedFiles, DirectoryView directory, AgencyKeys keys, InstantSource clock) {
        this.files = files;
        this.signedFiles = signedFiles;
        this.directory = directory;
        this.keys = keys;
        this.clock = clock;
    }

    /** What came of the wish to sign. */
    public enum Outcome {
        /** It is signed. */
        SIGNED,
        /** The agency had signed it already. */
        ALREADY,
        /** The agency has no keys on this node. */
        NO_KEY,
        /** The token with the agency's key cannot be used now. */
        KEY_AWAY,
        /** The file cannot bear the signature. */
        UNABLE,
        /** A signature on it is broken. */
        BROKEN,
        /** It was changed meanwhile. */
        CHANGED
    }

    /**
     * Signs the main file.
     *
     * @param room the place of the person's signature; the seal covers a third of it, to its left
     * @param seal of the agency; null for a signature that is not seen
     */
    Outcome sign(Person clerk, Outgoing document, DraftFile main, PageBox room, Seals.@Nullable Seal seal)
            throws IOException {
        SignatureAppearance appearance = seal == null
                ? new SignatureAppearance.Invisible()
                : new SignatureAppearance.AgencySeal(room, seal.image(), seal.millimetres());
        FileCheck before = FileCheck.read(main.signatures());
        if (before.signedByAgency()) {
            return Outcome.ALREADY;
        }
        if (before.broken()) {
            return Outcome.BROKEN;
        }
        Optional<SigningKey> key = key(document);
        if (key.isEmpty()) {
            return Outcome.NO_KEY;
        }
        try {
            byte[] signed = signed(files.octets(main), appearance, key.get());
            boolean kept = signedFiles.keep(clerk.login().value(), document, main, signed, true);
            return kept ? Outcome.SIGNED : Outcome.CHANGED;
        } catch (KeyAwayException e) {
            LOG.warn("file {} cannot be signed now: {}", main.id(), e.fault());
            return Outcome.KEY_AWAY;
        } catch (PdfSigningException e) {
            LOG.info("file {} cannot be signed: {}", main.id(), e.getMessage());
            return Outcome.UNABLE;
        }
    }

    /**
     * Signs the annexes of a numbered document; those that are no PDF, or are too large to be looked into, are covered by the
     * signature of the package alone.
     *
     * @throws IOException when the store fails
     */
    public void markAnnexes(Outgoing document) throws IOException {
        List<DraftFile> annexes = files.of(document.id()).stream()
                .filter(file -> !file.main() && file.isPdf() && file.size() <= FileChecks.LARGEST)
                .filter(file -> !FileCheck.read(file.signatures()).signedByAgency())
                .toList();
        Optional<SigningKey> key = key(document);
        for (DraftFile annex : annexes) {
            if (key.isPresent()) {
                mark(document, annex, key.get());
            }
        }
    }

    private void mark(Outgoing document, DraftFile annex, SigningKey key) throws IOException {
        try {
            byte[] signed = signed(files.octets(annex), new SignatureAppearance.AttachmentMark(document.code()), key);
            boolean kept = signedFiles.keep(document.changes().changedBy(), document, annex, signed, true);
            LOG.debug("annex {} was signed: {}", annex.id(), kept);
        } catch (PdfSigningException e) {
            LOG.warn("annex {} goes without a signature of its own: {}", annex.id(), e.getMessage());
        }
    }

    private byte[] signed(byte[] pdf, SignatureAppearance appearance, SigningKey key)
            throws IOException, PdfSigningException {
        String field = FIELD + "-" + Long.toString(clock.millis(), Character.MAX_RADIX);
        return new PdfSigner()
                .sign(pdf, new PdfSignRequest(field, appearance, LaterChanges.SIGNATURES, clock.instant()), key);
    }

    private Optional<SigningKey> key(Outgoing document) {
        return directory
                .current()
                .agency(document.agency(), clock.instant())
                .flatMap(entry -> keys.signing(entry.agency().id()))
                .map(dual -> dual.classical());
    }
}
