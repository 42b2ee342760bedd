package vn.lienthong.node.incoming.internal.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.crypto.pdf.PdfFinding;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.incoming.internal.check.CheckReport.Detail;
import vn.lienthong.node.incoming.internal.check.CheckReport.Line;
import vn.lienthong.node.incoming.internal.record.CheckState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;

/** Checks everything about a document that a clerk has to know before accepting it (Decree 30/2020, Article 21.2a). */
@Component
@InNodeRole
class PackageCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PackageCheck.class);
    private static final int MOST_FILES = 10;
    private static final long LARGEST_FILE = 20 << 20;
    private static final int DIGITS = 16;

    private final Inbox inbox;
    private final PdfChecking pdf;

    PackageCheck(Inbox inbox, PdfChecking pdf) {
        this.inbox = inbox;
        this.pdf = pdf;
    }

    /** Checks the document; empty when it cannot be opened now, or is no longer kept. */
    Optional<CheckReport> check(IncomingDocument document) {
        Long entry = document.origin().inboxEntry();
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return switch (inbox.look(Set.of(document.agency()), entry)) {
                case PackageAccess.Opened opened -> {
                    try (OpenPackage content = opened.content()) {
                        yield Optional.of(report(document, opened, content));
                    }
                }
                case PackageAccess.NotLeased(), PackageAccess.LeaseEnded(), PackageAccess.Absent() -> Optional.empty();
            };
        } catch (IOException e) {
            LOG.warn("record {} could not be checked: {}", document.id(), e.toString());
            return Optional.of(new CheckReport(List.of(Line.of("incoming.check.package.broken", CheckState.BAD))));
        }
    }

    private CheckReport report(IncomingDocument document, PackageAccess.Opened opened, OpenPackage content)
            throws IOException {
        List<Line> files = files(document, opened.document(), content);
        List<Line> lines = new ArrayList<>();
        lines.add(files.getFirst());
        // Nothing gets into the inbox whose package did not hold; reading it again would notice any change since.
        lines.add(Line.of(
                        "incoming.check.agency.good",
                        CheckState.GOOD,
                        document.facts().senderName())
                .with(List.of(
                        Detail.of("incoming.check.agency.classical"),
                        Detail.of("incoming.check.agency.post-quantum"))));
        lines.add(Line.of("incoming.check.integrity.good", CheckState.GOOD)
                .with(List.of(Detail.of(
                        "incoming.check.integrity.digest",
                        opened.packageSha512().hex().substring(0, DIGITS)))));
        lines.add(Line.of(
                "incoming.check.certificate.good",
                CheckState.GOOD,
                document.facts().senderName()));
        lines.addAll(files.subList(1, files.size()));
        lines.add(Line.of(
                "incoming.check.addressee.good",
                CheckState.GOOD,
                document.agency().value()));
        return new CheckReport(lines);
    }

    /** The signatures of the main file, then what was found in the files. */
    private List<Line> files(IncomingDocument document, Document inside, OpenPackage content) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Detail> warnings = new ArrayList<>();
        boolean blocked = false;
        int looked = 0;
        for (int number = 0; number < inside.attachments().size(); number++) {
            Attachment file = inside.attachments().get(number);
            if (!isPdf(file) || file.size() > LARGEST_FILE || looked == MOST_FILES) {
                continue;
            }
            looked++;
            byte[] octets = octets(content, PackageLayout.file(number, file.name()));
            if (lines.isEmpty()) {
                lines.add(pdf.signatures(octets, document.times().arrivedAt()));
            }
            for (PdfFinding finding : pdf.findings(octets)) {
                blocked |= finding.severity() == PdfFinding.Severity.BLOCK;
                warnings.add(detail(file, finding));
            }
        }
        if (lines.isEmpty()) {
            lines.add(Line.of("incoming.check.person.no-pdf", CheckState.WARN));
        }
        lines.add(found(looked, blocked, warnings));
        return lines;
    }

    private static Detail detail(Attachment file, PdfFinding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Detail.of("incoming.finding." + kind, file.name().value(), Integer.toString(finding.page()));
    }

    private static Line found(int looked, boolean blocked, List<Detail> warnings) {
        String count = Integer.toString(looked);
        if (warnings.isEmpty()) {
            return Line.of("incoming.check.files.good", CheckState.GOOD, count);
        }
        return blocked
                ? Line.of("incoming.check.files.bad", CheckState.BAD, count).with(warnings)
                : Line.of("incoming.check.files.warn", CheckState.WARN, count).with(warnings);
    }

    static boolean isPdf(Attachment file) {
        return file.mediaType().equals("application/pdf")
                || file.name().value().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static byte[] octets(OpenPackage content, String object) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        content.copyFile(object, octets);
        return octets.toByteArray();
    }
}
