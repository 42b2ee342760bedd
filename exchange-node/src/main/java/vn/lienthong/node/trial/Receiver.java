package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.asic.AsicEntryVisitor;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Lease;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.PackageProof;

/** What the document-management system of a receiving agency does with a document: everything is checked before it is taken. */
final class Receiver {

    private final String step;
    private final ExchangeClient client;
    private final Path directory;
    private final Narrator narrator;

    Receiver(Endpoints.Installation node, ExchangeClient client, Path directory, Narrator narrator) {
        this.step = node.agency() + " tiếp nhận / takes it";
        this.client = client;
        this.directory = directory;
        this.narrator = narrator;
    }

    /**
     * Who must have sent it and who must have signed the letter in it.
     *
     * @param sender agency code
     * @param record the verified directory
     * @param letterAuthority authority of the letter's signers
     * @param original the letter as it was sent
     */
    record Expected(AgencyCode sender, DirectoryRecord record, X509Certificate letterAuthority, Path original) {}

    /** Lease, download, digest, package signatures, letter signatures, acknowledgement; gives the hand-over evidence. */
    EvidenceItem take(Inbox.Entry entry, Expected expected, InstantSource clock)
            throws IOException, RefusedException, StepFailedException {
        PrivateFiles.createDirectory(directory);
        Lease lease = client.lease(entry.entryId()).orThrow();
        Path file = directory.resolve(entry.parcelId() + ".asice");
        Digests.Sha512 computed = client.download(entry.entryId(), lease, file).orThrow();
        if (!computed.hex().equals(lease.packageSha512())) {
            throw new StepFailedException(step, "the digest of the package is not the one announced");
        }
        narrator.say(step + ": mã băm gói tin khớp", "digest of the package matches, " + Files.size(file) + " octets");
        Path letter = directory.resolve(entry.parcelId() + ".pdf");
        unpack(file, letter, expected);
        validate(letter, expected, clock);
        return client.acknowledge(entry.entryId(), lease, computed).orThrow();
    }

    private void unpack(Path file, Path letter, Expected expected) throws IOException, StepFailedException {
        PackageProof proof = PackageProof.of(file, expected.sender(), expected.record(), new FirstFile(letter));
        if (proof instanceof PackageProof.NotProven(String reason)) {
            throw new StepFailedException(step, "the package is not proven: " + reason);
        }
        if (Files.mismatch(letter, expected.original()) >= 0) {
            throw new StepFailedException(step, "the letter is not the one that was sent");
        }
        narrator.say(
                step + ": hai chữ ký của cơ quan gửi đúng",
                "both signatures of the sending agency hold, letter identical");
    }

    private void validate(Path letter, Expected expected, InstantSource clock) throws IOException, StepFailedException {
        PdfValidation validation = new PdfValidator(PdfTrust.in(expected.letterAuthority()), clock).validate(letter);
        if (!(validation instanceof PdfValidation.Signed signed)
                || !signed.verdict().isValid()) {
            throw new StepFailedException(step, "the letter's own signatures are not valid: " + validation);
        }
        if (signed.signatures().size() != 2) {
            throw new StepFailedException(step, signed.signatures().size() + " signatures on the letter instead of 2");
        }
        narrator.say(
                step + ": chữ ký người ký và dấu cơ quan trên PDF đúng",
                "PDF signature of the person and seal of the agency are valid");
    }

    /** Keeps the first of the document's files. */
    private record FirstFile(Path target) implements AsicEntryVisitor {
        @Override
        public void visit(String name, InputStream content) throws IOException {
            if (PackageLayout.isFile(name) && !Files.exists(target)) {
                Files.copy(content, target);
            }
        }
    }
}
