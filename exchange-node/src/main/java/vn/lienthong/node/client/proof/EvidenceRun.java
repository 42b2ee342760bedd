package vn.lienthong.node.client.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.client.proof.ProofContents.Piece;
import vn.lienthong.node.client.proof.ProofContents.Standing;

/** Checks the pieces of evidence of a file, each with its receipt of the log and its time-stamp. */
final class EvidenceRun {

    private final ProofFiles files;
    private final DirectoryRecord directory;
    private final @Nullable ProofContents contents;
    private final ProofTally tally;

    EvidenceRun(ProofFiles files, DirectoryRecord directory, @Nullable ProofContents contents, ProofTally tally) {
        this.files = files;
        this.directory = directory;
        this.contents = contents;
        this.tally = tally;
    }

    void run() {
        files.stems().forEach(this::piece);
        tally.judgeEnds();
        if (files.stems().isEmpty()) {
            tally.add(ProofLine.failed("Không có chứng cứ nào trong tệp.", "There is no evidence in the file."));
        }
        if (contents != null) {
            contents.evidence().stream()
                    .filter(promised -> !tally.has(promised.id()))
                    .forEach(missing -> tally.add(ProofLine.failed(
                            "Thiếu chứng cứ " + missing.id() + " mà mục lục của tệp có ghi.",
                            "Evidence " + missing.id() + " is missing, which the file says that it holds.")));
        }
    }

    private void piece(String stem) {
        byte[] octets = files.part(stem + ".json").orElseThrow();
        byte[] signature = files.part(stem + ".p7s").orElse(new byte[0]);
        switch (EvidenceProof.of(octets, signature, directory)) {
            case EvidenceProof.NotProven(String reason) ->
                tally.add(ProofLine.failed(
                        "Chứng cứ " + stem + " không chứng minh được: " + reason,
                        "Evidence " + stem + " is not proven: " + reason));
            case EvidenceProof.Proven(Evidence evidence) -> {
                tally.found(evidence);
                tally.add(ProofWords.about(evidence));
                evidence.reasons().forEach(reason -> tally.add(ProofWords.about(reason)));
                logged(stem, octets, signature, evidence);
                stamped(stem, octets, signature, evidence);
            }
        }
    }

    private void logged(String stem, byte[] octets, byte[] signature, Evidence evidence) {
        Optional<byte[]> proof = files.part(stem + ".tlog-proof");
        if (proof.isEmpty()) {
            boolean promised = promised(evidence)
                    .filter(piece -> piece.receipt() == Standing.COMPLETE)
                    .isPresent();
            tally.add(promised ? missing("tlog-proof", stem) : ProofWords.notLogged());
            return;
        }
        LogProof found =
                LogProof.of(octets, signature, proof.get(), evidence.issuer().node(), directory);
        if (found instanceof LogProof.Proven proven && proven.isWitnessed()) {
            tally.witnessed();
        }
        tally.add(ProofWords.about(found));
    }

    private void stamped(String stem, byte[] octets, byte[] signature, Evidence evidence) {
        Optional<byte[]> token = files.part(stem + ProofFiles.TOKEN);
        Optional<Standing> standing = promised(evidence).map(Piece::timestamp);
        if (token.isPresent()) {
            tally.add(StampWords.about(StampProof.of(
                    StampProof.signed(octets, signature),
                    files.part(stem + ProofFiles.STAMPED).orElse(new byte[0]),
                    new StampProof.Token(
                            Octets.of(token.get()),
                            files.part(ProofFiles.STAMPING).map(Octets::of)),
                    evidence.issuer().node(),
                    directory)));
        } else if (standing.isPresent()) {
            tally.add(
                    standing.get() == Standing.COMPLETE
                            ? missing("tst", stem)
                            : StampWords.absent(
                                    standing.get(), evidence.issuer().node()));
        }
    }

    private Optional<Piece> promised(Evidence evidence) {
        return contents == null
                ? Optional.empty()
                : contents.evidence().stream()
                        .filter(piece -> piece.id().equals(evidence.id().toString()))
                        .findFirst();
    }

    private static ProofLine missing(String what, String stem) {
        return ProofLine.failed(
                "Thiếu phần " + stem + "." + what + " mà mục lục của tệp có ghi.",
                "The part " + stem + "." + what + " is missing, which the file says that it holds.");
    }
}
