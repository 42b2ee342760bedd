package vn.lienthong.node.desk.internal.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.PublicationArchive;
import vn.lienthong.node.evidence.LogPolicies;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** The files of a proof: evidence, receipts of the logs, the rules of witnesses, the directory and the certificates. */
@InNodeRole
@Component
class DossierParts {

    /** More of the directory does not travel in every dossier; whoever checks brings it along. */
    private static final long MOST_PUBLICATIONS = 24L << 20;

    private final ReceiptBook receipts;
    private final LogPolicies policies;
    private final PublicationArchive archive;
    private final DirectoryView directory;
    private final InstantSource clock;

    DossierParts(
            ReceiptBook receipts,
            LogPolicies policies,
            PublicationArchive archive,
            DirectoryView directory,
            InstantSource clock) {
        this.receipts = receipts;
        this.policies = policies;
        this.archive = archive;
        this.directory = directory;
        this.clock = clock;
    }

    /** Everything that proves these pieces, by name. */
    Map<String, byte[]> of(List<StoredEvidence> evidence) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Map<EvidenceId, Receipt> complete = receipts.complete(
                evidence.stream().map(stored -> stored.evidence().id()).toList());
        int number = 0;
        for (StoredEvidence stored : evidence) {
            number++;
            Evidence piece = stored.evidence();
            String stem = String.format(
                    Locale.ROOT,
                    "%s%03d-%s",
                    ProofFiles.EVIDENCE,
                    number,
                    piece.event().code());
            parts.put(stem + ".json", stored.signed().octets().toByteArray());
            parts.put(stem + ".p7s", stored.signed().signature().toByteArray());
            parts.put(stem + ".entry", WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(stored.signed())));
            Optional.ofNullable(complete.get(piece.id()))
                    .ifPresent(receipt ->
                            parts.put(stem + ".tlog-proof", receipt.logProof().toByteArray()));
        }
        evidence.forEach(stored -> basisOf(stored.evidence(), parts));
        directory(parts);
        return parts;
    }

    private void basisOf(Evidence evidence, Map<String, byte[]> parts) {
        NodeId issuer = evidence.issuer().node();
        policies.of(issuer).ifPresent(policy -> parts.putIfAbsent("log/" + issuer + ".policy", policy.encode()));
        directory
                .certificate(evidence.issuer().certificate())
                .ifPresent(certificate -> parts.putIfAbsent("certificates/" + issuer + ".pem", pem(certificate)));
    }

    private static byte[] pem(X509Certificate certificate) {
        return Certificates.toPem(certificate).getBytes(StandardCharsets.US_ASCII);
    }

    private void directory(Map<String, byte[]> parts) throws IOException {
        parts.put(ProofFiles.ANCHOR, archive.anchor().toByteArray());
        List<Octets> pages = archive.pages(MOST_PUBLICATIONS).orElse(List.of());
        for (int i = 0; i < pages.size(); i++) {
            parts.put(
                    String.format(Locale.ROOT, "%s%04d.json", ProofFiles.PUBLICATIONS, i + 1),
                    pages.get(i).toByteArray());
        }
    }

    /** Now. */
    Instant now() {
        return clock.instant();
    }
}
