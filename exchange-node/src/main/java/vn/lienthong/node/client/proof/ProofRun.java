package vn.lienthong.node.client.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.asic.AsicEntryVisitor;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicSigners;

/** Checks everything that a dossier or a receipt claims, without asking anybody. */
public final class ProofRun {

    private final ProofFiles files;
    private final List<ProofLine> lines = new ArrayList<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private int pieces;

    private ProofRun(ProofFiles files) {
        this.files = files;
    }

    /**
     * Checks a file.
     *
     * @param file where it lies, as the seal of a container is over all of it
     * @param files its parts
     * @param basis what the reader brings along; what is missing is taken from inside, and the report says so
     * @throws IOException if the file cannot be read
     */
    public static ProofReport check(Path file, ProofFiles files, ProofBasis basis) throws IOException {
        ProofRun run = new ProofRun(files);
        try {
            run.against(file, run.directory(basis));
        } catch (NotProvenException untrusted) {
            run.lines.add(ProofLine.failed(
                    "Danh mục trong tệp không chứng minh được: " + untrusted.getMessage(),
                    "The directory in the file does not prove itself: " + untrusted.getMessage()));
        }
        run.lines.addAll(ProofWords.limits());
        return new ProofReport(run.lines, run.pieces);
    }

    private DirectoryRecord directory(ProofBasis basis) throws NotProvenException {
        List<byte[]> pages = basis.pages().isEmpty() ? files.pages() : basis.pages();
        if (basis.anchor().isPresent()) {
            return DirectoryRecord.verify(basis.anchor().get(), pages);
        }
        byte[] anchor = files.part(ProofFiles.ANCHOR)
                .orElseThrow(() -> new NotProvenException("no anchor is inside, and none was given (--anchor)"));
        DirectoryRecord record = DirectoryRecord.verify(anchor, pages);
        lines.add(ProofLine.remark(
                "Gốc tin cậy lấy từ chính tệp này: hãy so mã " + ProofWords.fingerprint(anchor)
                        + " với mã mà cơ quan quản lý danh mục công bố, hoặc dùng --anchor.",
                "The anchor of trust is the one inside this file: compare " + ProofWords.fingerprint(anchor)
                        + " with what the keeper of the directory publishes, or use --anchor."));
        return record;
    }

    private void against(Path file, DirectoryRecord directory) throws IOException {
        lines.add(ProofLine.proven(
                "Danh mục: " + directory.sequence() + " công bố liên tiếp, mỗi công bố ký bằng hai khóa.",
                "Directory: " + directory.sequence() + " publications in a chain, each signed with two keys."));
        if (files.isSealed()) {
            seal(file, directory);
        }
        for (String stem : files.stems()) {
            piece(stem, directory);
        }
        finals();
        if (files.stems().isEmpty()) {
            lines.add(ProofLine.failed("Không có chứng cứ nào trong tệp.", "There is no evidence in the file."));
        }
    }

    private void piece(String stem, DirectoryRecord directory) {
        byte[] octets = files.part(stem + ".json").orElseThrow();
        byte[] signature = files.part(stem + ".p7s").orElse(new byte[0]);
        switch (EvidenceProof.of(octets, signature, directory)) {
            case EvidenceProof.NotProven(String reason) ->
                lines.add(ProofLine.failed(
                        "Chứng cứ " + stem + " không chứng minh được: " + reason,
                        "Evidence " + stem + " is not proven: " + reason));
            case EvidenceProof.Proven(Evidence evidence) -> {
                pieces++;
                if (evidence.event().isFinal()) {
                    ends.merge(
                            evidence.subject().parcelId() + " → "
                                    + evidence.subject().recipient(),
                            1,
                            Integer::sum);
                }
                lines.add(ProofWords.about(evidence));
                evidence.reasons().forEach(reason -> lines.add(ProofWords.about(reason)));
                lines.add(logged(stem, octets, signature, evidence, directory));
            }
        }
    }

    /** Delivered or not delivered: who states both contradicts itself. */
    private void finals() {
        ends.forEach((delivery, count) -> {
            if (count > 1) {
                lines.add(ProofLine.failed(
                        "Các chứng cứ mâu thuẫn: " + count + " sự kiện kết thúc cho một lần giao (" + delivery + ").",
                        "The evidence contradicts itself: " + count + " final events of one delivery (" + delivery
                                + ")."));
            }
        });
    }

    private ProofLine logged(
            String stem, byte[] octets, byte[] signature, Evidence evidence, DirectoryRecord directory) {
        Optional<byte[]> proof = files.part(stem + ".tlog-proof");
        return proof.isEmpty()
                ? ProofWords.notLogged()
                : ProofWords.about(LogProof.of(
                        octets, signature, proof.get(), evidence.issuer().node(), directory));
    }

    /** Whoever sealed the container is named in it; that it was this agency its keys in the directory tell. */
    private void seal(Path file, DirectoryRecord directory) throws IOException {
        Optional<AgencyCode> sealer = files.part(ProofFiles.CONTENTS).flatMap(ProofWords::sealer);
        Optional<AsicOutcome.Verified> sealed =
                sealer.isEmpty() ? Optional.empty() : sealed(file, directory.agencySigners(sealer.get()));
        if (sealed.isEmpty()) {
            lines.add(ProofLine.failed(
                    "Hồ sơ không còn nguyên như khi cơ quan xuất niêm phong.",
                    "The dossier is not as the agency sealed it."));
            return;
        }
        lines.add(ProofLine.proven(
                "Hồ sơ nguyên vẹn, do cơ quan " + sealer.get()
                        + " xuất và niêm phong bằng hai khóa, theo cơ quan đó lúc "
                        + ProofWords.time(sealed.get().signingTime(), Locale.forLanguageTag("vi")) + ".",
                "The dossier is whole; agency " + sealer.get() + " sealed it with both keys, as it says at "
                        + ProofWords.time(sealed.get().signingTime(), Locale.ENGLISH) + "."));
    }

    private static Optional<AsicOutcome.Verified> sealed(Path file, List<AsicSigners> candidates) throws IOException {
        AsicEntryVisitor nothing = (name, content) -> {};
        for (AsicSigners signers : candidates) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                if (AsicPackageReader.read(in, AsicLimits.standard(), nothing, signers)
                        instanceof AsicOutcome.Verified verified) {
                    return Optional.of(verified);
                }
            }
        }
        return Optional.empty();
    }
}
