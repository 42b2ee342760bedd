package vn.lienthong.node.desk.internal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.client.proof.ProofBasis;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.client.proof.ProofReport;
import vn.lienthong.node.client.proof.ProofRun;
import vn.lienthong.node.client.proof.ProofSource;
import vn.lienthong.node.client.proof.ProofVerdict;
import vn.lienthong.node.directory.PublicationArchive;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.PageAccess;

/** {@code /verify}: anybody may have a dossier or a receipt checked here; nothing of it is kept. */
@InNodeRole
@Controller
class VerifyPage {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyPage.class);
    private static final String PATH = "/verify";
    private static final long LARGEST = 32L << 20;
    private static final long MOST_PUBLICATIONS = 64L << 20;
    private static final int PLACES = 2;

    private final PublicationArchive archive;
    private final AuditTrail trail;
    private final Semaphore places = new Semaphore(PLACES);

    VerifyPage(PublicationArchive archive, AuditTrail trail) {
        this.archive = archive;
        this.trail = trail;
    }

    /**
     * A finding as the page shows it.
     *
     * @param kind in lower case
     * @param sign before the words
     * @param words in the reader's language
     */
    record Line(String kind, String sign, String words) {}

    @Bean
    static PageAccess verifyPageAccess() {
        return rules -> rules.requestMatchers(PATH).permitAll();
    }

    @GetMapping(PATH)
    String empty() {
        return "verify";
    }

    @PostMapping(PATH)
    String check(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        if (!places.tryAcquire()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("problem", "busy");
            return "verify";
        }
        try {
            Optional<ProofReport> report = report(request);
            if (report.isEmpty()) {
                model.addAttribute("problem", "unusable");
            }
            report.ifPresent(found -> show(found, model));
        } finally {
            places.release();
        }
        return "verify";
    }

    private static void show(ProofReport report, Model model) {
        Locale language = LocaleContextHolder.getLocale();
        List<Line> lines = report.lines().stream()
                .map(line -> new Line(
                        line.kind().name().toLowerCase(Locale.ROOT), line.kind().sign(), line.in(language)))
                .toList();
        model.addAttribute(
                "verdict", report.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        model.addAttribute("lines", lines);
    }

    private Optional<ProofReport> report(HttpServletRequest request) throws IOException {
        try {
            Optional<byte[]> taken =
                    JakartaServletFileUpload.isMultipartContent(request) ? take(request) : Optional.empty();
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            ProofSource file = ProofSource.of(taken.get());
            List<byte[]> pages = archive.pages(MOST_PUBLICATIONS).orElse(List.of()).stream()
                    .map(Octets::toByteArray)
                    .toList();
            ProofBasis basis = new ProofBasis(Optional.of(archive.anchor().toByteArray()), pages);
            Optional<ProofFiles> files = ProofFiles.open(file);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            ProofReport report = ProofRun.check(file, files.get(), basis);
            record(report, taken.get());
            return Optional.of(report);
        } catch (IOException unusable) {
            trail.recordRefusal(SecurityEvent.failed(EventKind.PROOF_FAIL, "UNREADABLE"));
            LOG.info("an offered proof cannot be read: {}", unusable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** What does not hold may be an attempt to deceive: a security officer wants to know of it. */
    private void record(ProofReport report, byte[] file) {
        if (report.verdict() == ProofVerdict.NOT_PROVEN) {
            trail.recordRefusal(SecurityEvent.failed(EventKind.PROOF_FAIL, "NOT_PROVEN")
                    .with("sha256", Sha256.of(file).hex())
                    .with("pieces", report.pieces()));
        }
    }

    /** Into memory, as what strangers offer must not lie on a disk; the places bound how much that is at most. */
    private static Optional<byte[]> take(HttpServletRequest request) throws IOException {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setSizeMax(LARGEST);
        upload.setFileCountMax(2);
        FileItemInputIterator items = upload.getItemIterator(request);
        while (items.hasNext()) {
            FileItemInput item = items.next();
            if (!item.isFormField() && "file".equals(item.getFieldName())) {
                try (InputStream in = item.getInputStream()) {
                    return Optional.of(in.readAllBytes()).filter(octets -> octets.length > 0);
                }
            }
        }
        return Optional.empty();
    }
}
