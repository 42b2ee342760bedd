package vn.lienthong.node.outgoing.internal.file;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.crypto.pdf.PdfInspection;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.PdfInspector;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfText;
import vn.lienthong.crypto.pdf.PdfTextReader;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;
import vn.lienthong.crypto.pdf.PdfVerdict;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.PdfAnchors;
import vn.lienthong.node.outgoing.internal.file.FileCheck.Mark;
import vn.lienthong.node.outgoing.internal.file.FileCheck.Worth;
import vn.lienthong.node.outgoing.internal.suggestion.LetterReading;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.revocation.Revocations;

/**
 * Looks into PDF files: signatures, active content, text. Whom signatures are trusted from says
 * {@link PdfAnchors}.
 */
@InNodeRole
@Component
public class FileChecks {

    /** The largest file that is looked into. */
    public static final long LARGEST = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileChecks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FIRST_PAGES = 3;
    private static final String OWN_FIELD = "co-quan";

    private final DirectoryView directory;
    private final InstantSource clock;
    private final PdfInspector inspector;
    private final PdfTextReader texts;
    private final PdfAnchors anchors;
    private final Revocations revocations;

    FileChecks(PdfAnchors anchors, DirectoryView directory, Revocations revocations, InstantSource clock) {
        this.anchors = anchors;
        this.revocations = revocations;
        this.directory = directory;
        this.clock = clock;
        this.inspector = new PdfInspector(PdfInspectionLimits.STANDARD, clock);
        this.texts = new PdfTextReader(clock);
    }

    /** Checks structure and signatures. */
    public FileCheck check(byte[] pdf, String agencyName) {
        Instant begun = clock.instant();
        PdfInspection inspection = inspector.inspect(pdf, begun.plus(PATIENCE));
        List<String> findings = inspection.findings().stream()
                .map(finding -> finding.kind().name())
                .distinct()
                .toList();
        if (inspection.isBlocked()) {
            return new FileCheck(true, findings, List.of());
        }
        // Made when it is needed: its policy takes a while to read, which the start of the node need not wait for.
        PdfValidation validation = new PdfValidator(anchors.trust(), clock).validate(pdf);
        return switch (revocations.judge(validation, Revocations.Use.OUTGOING)) {
            case PdfValidation.Unsigned() -> new FileCheck(false, findings, List.of());
            case PdfValidation.Unreadable(String reason) -> {
                LOG.info("a file of a draft cannot be checked: {}", reason);
                yield new FileCheck(true, List.of("UNREADABLE"), List.of());
            }
            case PdfValidation.Signed(var signatures, var _) ->
                new FileCheck(
                        false,
                        findings,
                        signatures.stream().map(one -> mark(one, agencyName)).toList());
        };
    }

    private Mark mark(PdfSignatureCheck signature, String agencyName) {
        Worth worth = switch (signature.verdict()) {
            case PdfVerdict.Valid() -> Worth.VALID;
            case PdfVerdict.Indeterminate(String _) -> Worth.UNKNOWN_SIGNER;
            case PdfVerdict.Invalid(String _) -> Worth.INVALID;
        };
        // The directory's authority names agencies by their identifiers; people read names.
        Optional<String> listed = worth == Worth.VALID ? directory.agencyOf(signature.signer()) : Optional.empty();
        String signer = listed.orElse(signature.signer());
        boolean agency = listed.isPresent()
                ? signer.equals(agencyName)
                : signature.field().startsWith(OWN_FIELD)
                        || SearchText.fold(signer).contains(SearchText.fold(agencyName));
        return new Mark(signature.field(), signer, signature.signingTime(), worth, agency);
    }

    /** Reads what the text of a letter says about it; nothing from a scan. */
    public Suggestions suggestions(byte[] pdf) {
        return texts.read(pdf, FIRST_PAGES, clock.instant().plus(PATIENCE))
                .map(FileChecks::read)
                .orElse(Suggestions.NONE);
    }

    private static Suggestions read(PdfText text) {
        return LetterReading.read(text);
    }
}
