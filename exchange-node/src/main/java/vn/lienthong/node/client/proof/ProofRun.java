package vn.lienthong.node.client.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.asic.AsicEntryVisitor;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicSigners;

/** Checks everything that a dossier or a receipt claims, without asking anybody. */
public final class ProofRun {

    private final ProofSource file;
    private final ProofFiles files;
    private final ProofTally tally = new ProofTally();

    private ProofRun(ProofSource file, ProofFiles files) {
        this.file = file;
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
    public static ProofReport check(ProofSource file, ProofFiles files, ProofBasis basis) throws IOException {
        ProofRun run = new ProofRun(file, files);
        try {
            run.against(new ProofGround(files, basis, run.tally).directory());
        } catch (NotProvenException untrusted) {
            run.tally.add(ProofLine.failed(
                    "Tệp không chứng minh được: " + untrusted.getMessage(),
                    "The file does not prove itself: " + untrusted.getMessage()));
        }
        run.tally.addAll(ProofWords.limits());
        return run.tally.report();
    }

    private void against(DirectoryRecord directory) throws IOException, NotProvenException {
        Optional<byte[]> described = files.part(ProofFiles.CONTENTS);
        @Nullable ProofContents contents = described.isPresent() ? ProofContents.read(described.get()) : null;
        switch (files.form()) {
            case CONTAINER -> seal(directory, Optional.ofNullable(contents).map(ProofContents::sealedBy));
            case PAGE -> tally.add(PageSeal.check(file, contents, directory));
            case LOOSE -> {}
        }
        new EvidenceRun(files, directory, contents, tally).run();
    }

    /** Whoever sealed the container is named in it; that it was this agency its keys in the directory tell. */
    private void seal(DirectoryRecord directory, Optional<AgencyCode> sealer) throws IOException {
        Optional<AsicOutcome.Verified> sealed =
                sealer.isEmpty() ? Optional.empty() : sealed(file, directory.agencySigners(sealer.get()));
        if (sealed.isEmpty()) {
            tally.add(ProofLine.failed(
                    "Hồ sơ không còn nguyên như khi cơ quan xuất niêm phong.",
                    "The dossier is not as the agency sealed it."));
            return;
        }
        tally.add(ProofLine.proven(
                "Hồ sơ nguyên vẹn, do cơ quan " + sealer.get()
                        + " xuất và niêm phong bằng hai khóa, theo cơ quan đó lúc "
                        + ProofWords.time(sealed.get().signingTime(), Locale.forLanguageTag("vi")) + ".",
                "The dossier is whole; agency " + sealer.get() + " sealed it with both keys, as it says at "
                        + ProofWords.time(sealed.get().signingTime(), Locale.ENGLISH) + "."));
    }

    private static Optional<AsicOutcome.Verified> sealed(ProofSource file, List<AsicSigners> candidates)
            throws IOException {
        AsicEntryVisitor nothing = (name, content) -> {};
        for (AsicSigners signers : candidates) {
            try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
                if (AsicPackageReader.read(in, AsicLimits.standard(), nothing, signers)
                        instanceof AsicOutcome.Verified verified) {
                    return Optional.of(verified);
                }
            }
        }
        return Optional.empty();
    }
}
