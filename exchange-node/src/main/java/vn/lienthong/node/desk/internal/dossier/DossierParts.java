package vn.lienthong.node.desk.internal.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.client.proof.ProofContents.Piece;
import vn.lienthong.node.client.proof.ProofContents.Standing;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.PublicationArchive;
import vn.lienthong.node.evidence.LogPolicies;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** The files of a proof: evidence, receipts of the logs, time-stamps, the rules of witnesses, keys and certificates. */
@InNodeRole
@Component
class DossierParts {

    /** A larger directory does not travel in every dossier: the proofs of the keys that it needs do. */
    private static final long MOST_PUBLICATIONS = 4L << 20;

    private final ReceiptBook receipts;
    private final StampParts stamps;
    private final LogPolicies policies;
    private final PublicationArchive archive;
    private final DirectoryView directory;
    private final KeyProofParts keyProofs;

    DossierParts(
            ReceiptBook receipts,
            StampParts stamps,
            LogPolicies policies,
            PublicationArchive archive,
            DirectoryView directory,
            KeyProofParts keyProofs) {
        this.receipts = receipts;
        this.stamps = stamps;
        this.policies = policies;
        this.archive = archive;
        this.directory = directory;
        this.keyProofs = keyProofs;
    }

    /**
     * The parts of a proof.
     *
     * @param files content by name
     * @param pieces how far each piece of evidence is proven
     */
    record Parts(Map<String, byte[]> files, List<Piece> pieces) {}

    /**
     * Everything that proves these pieces.
     *
     * @param sealer the agency that will seal them; null when none does
     */
    Parts of(List<StoredEvidence> evidence, @Nullable AgencyCode sealer) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Piece> pieces = new ArrayList<>();
        Map<EvidenceId, Receipt> complete = receipts.complete(
                evidence.stream().map(stored -> stored.evidence().id()).toList());
        int number = 0;
        for (StoredEvidence stored : evidence) {
            number++;
            String stem = String.format(
                    Locale.ROOT,
                    "%s%03d-%s",
                    ProofFiles.EVIDENCE,
                    number,
                    stored.evidence().event().code());
            pieces.add(piece(stem, stored, complete.get(stored.evidence().id()), files));
        }
        evidence.forEach(stored -> basisOf(stored.evidence(), files));
        directory(files);
        files.putAll(keyProofs.of(evidence, complete.values(), sealer, files));
        return new Parts(files, pieces);
    }

    private Piece piece(String stem, StoredEvidence stored, @Nullable Receipt receipt, Map<String, byte[]> files) {
        files.put(stem + ".json", stored.signed().octets().toByteArray());
        files.put(stem + ".p7s", stored.signed().signature().toByteArray());
        files.put(stem + ".entry", WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(stored.signed())));
        if (receipt != null) {
            files.put(stem + ".tlog-proof", receipt.logProof().toByteArray());
        }
        return new Piece(
                stored.evidence().id().toString(),
                receipt == null ? Standing.PENDING : Standing.COMPLETE,
                stamps.add(stem, stored, receipt, files));
    }

    private void basisOf(Evidence evidence, Map<String, byte[]> files) {
        NodeId issuer = evidence.issuer().node();
        policies.of(issuer).ifPresent(policy -> files.putIfAbsent("log/" + issuer + ".policy", policy.encode()));
        directory
                .certificate(evidence.issuer().certificate())
                .ifPresent(certificate -> files.putIfAbsent("certificates/" + issuer + ".pem", pem(certificate)));
    }

    private static byte[] pem(X509Certificate certificate) {
        return Certificates.toPem(certificate).getBytes(StandardCharsets.US_ASCII);
    }

    private void directory(Map<String, byte[]> files) throws IOException {
        files.put(ProofFiles.ANCHOR, archive.anchor().toByteArray());
        archive.revocations().ifPresent(list -> files.put(ProofFiles.REVOCATIONS, list.toByteArray()));
        List<Octets> pages = archive.pages(MOST_PUBLICATIONS).orElse(List.of());
        for (int i = 0; i < pages.size(); i++) {
            files.put(
                    String.format(Locale.ROOT, "%s%04d.json", ProofFiles.PUBLICATIONS, i + 1),
                    pages.get(i).toByteArray());
        }
    }
}
