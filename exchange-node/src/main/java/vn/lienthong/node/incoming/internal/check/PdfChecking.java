package vn.lienthong.node.incoming.internal.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.pdf.PdfFinding;
import vn.lienthong.crypto.pdf.PdfInspection;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.PdfInspector;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;
import vn.lienthong.crypto.pdf.PdfVerdict;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.PdfAnchors;
import vn.lienthong.node.incoming.internal.check.CheckReport.Detail;
import vn.lienthong.node.incoming.internal.check.CheckReport.Line;
import vn.lienthong.node.incoming.internal.record.CheckState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.revocation.Revocations;
import vn.lienthong.node.revocation.Standing;
import vn.lienthong.node.web.DateText;

/** What one PDF file says about its signatures and about itself. */
@Component
@InNodeRole
public class PdfChecking {

    private static final Duration INSPECTION = Duration.ofSeconds(10);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT);

    private final PdfAnchors anchors;
    private final DirectoryView directory;
    private final Revocations revocations;
    private final PdfInspector inspector;
    private final InstantSource clock;

    PdfChecking(PdfAnchors anchors, DirectoryView directory, Revocations revocations, InstantSource clock) {
        this.anchors = anchors;
        this.revocations = revocations;
        this.directory = directory;
        this.clock = clock;
        this.inspector = new PdfInspector(PdfInspectionLimits.STANDARD, clock);
    }

    /** Finds what a reader should know before the file is opened; empty when nothing. */
    List<PdfFinding> findings(byte[] pdf) {
        PdfInspection inspection = inspector.inspect(pdf, clock.instant().plus(INSPECTION));
        return inspection.findings().stream()
                .filter(finding -> finding.severity() != PdfFinding.Severity.INFO)
                .filter(finding -> finding.kind() != PdfFinding.Kind.NOT_CERTIFIED)
                .toList();
    }

    /** Whether a file is so dangerous or so broken that nobody should open it. */
    public boolean isDangerous(byte[] pdf) {
        return inspector.inspect(pdf, clock.instant().plus(INSPECTION)).isBlocked();
    }

    /** Checks the signatures as of the time when the document arrived. */
    Line signatures(byte[] pdf, Instant arrivedAt) {
        PdfValidator validator = new PdfValidator(anchors.trust(), InstantSource.fixed(arrivedAt));
        return switch (revocations.judge(validator.validate(pdf), Revocations.Use.INCOMING)) {
            case PdfValidation.Unsigned() -> Line.of("incoming.check.person.unsigned", CheckState.WARN);
            case PdfValidation.Unreadable(String _) -> Line.of("incoming.check.person.unreadable", CheckState.BAD);
            case PdfValidation.Signed(List<PdfSignatureCheck> signatures, PdfVerdict verdict) ->
                signed(signatures, verdict);
        };
    }

    /** About the first signature of a person; about that of an agency only when no person has signed. */
    private Line signed(List<PdfSignatureCheck> signatures, PdfVerdict verdict) {
        List<Detail> details = new ArrayList<>();
        signatures.forEach(signature -> {
            details.add(detail(signature));
            revocation(signature).ifPresent(details::add);
        });
        Optional<PdfSignatureCheck> person = signatures.stream()
                .filter(signature -> agency(signature).isEmpty())
                .findFirst();
        PdfSignatureCheck shown = person.orElse(signatures.getFirst());
        String[] arguments = {name(shown), time(shown.signingTime()), Integer.toString(signatures.size())};
        return switch (verdict) {
            case PdfVerdict.Valid() ->
                person.isPresent()
                        ? Line.of("incoming.check.person.good", CheckState.GOOD, arguments)
                                .with(details)
                        : Line.of("incoming.check.person.agency-only", CheckState.WARN, arguments)
                                .with(details);
            case PdfVerdict.Indeterminate(String _) ->
                Line.of("incoming.check.person.unknown", CheckState.WARN, arguments)
                        .with(details);
            case PdfVerdict.Invalid(String _) ->
                Line.of("incoming.check.person.bad", CheckState.BAD, arguments).with(details);
        };
    }

    private Detail detail(PdfSignatureCheck signature) {
        String key = switch (signature.verdict()) {
            case PdfVerdict.Valid() -> "incoming.check.signature.good";
            case PdfVerdict.Indeterminate(String _) -> "incoming.check.signature.unknown";
            case PdfVerdict.Invalid(String _) -> "incoming.check.signature.bad";
        };
        return Detail.of(key, name(signature), time(signature.signingTime()));
    }

    /** What the authority of the signer said, and when; nothing when nobody was asked. */
    private Optional<Detail> revocation(PdfSignatureCheck signature) {
        return switch (revocations.of(signature.chain())) {
            case Standing.Good(Instant checkedAt, Instant answerOf, boolean overdue) ->
                Optional.of(Detail.of(
                        overdue ? "incoming.check.revocation.overdue" : "incoming.check.revocation.good",
                        time(checkedAt),
                        time(answerOf)));
            case Standing.Revoked(Instant since, Instant checkedAt, Instant answerOf) ->
                Optional.of(
                        Detail.of("incoming.check.revocation.revoked", time(since), time(checkedAt), time(answerOf)));
            case Standing.Unknown(Standing.Why why) ->
                why == Standing.Why.NO_ANSWER
                        ? Optional.of(Detail.of("incoming.check.revocation.unknown"))
                        : Optional.empty();
        };
    }

    private String name(PdfSignatureCheck signature) {
        return agency(signature).orElse(signature.signer().isEmpty() ? "?" : signature.signer());
    }

    /** The agency whose certificate a signature was made with: such certificates name the agency's identifier, not its name. */
    private Optional<String> agency(PdfSignatureCheck signature) {
        return signature.verdict().isValid() ? directory.agencyOf(signature.signer()) : Optional.empty();
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(DateText.HANOI));
    }
}
