package vn.lienthong.node.incoming.internal.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.node.directory.PublicationArchive;
import vn.lienthong.node.platform.InNodeRole;

/**
 * The authorities behind signatures inside PDF files: that of this exchange, and those in the file
 * {@code lienthong.incoming.pdf-anchors}.
 */
@Component
@InNodeRole
class PdfAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(PdfAnchors.class);

    private final PublicationArchive archive;
    private final Optional<Path> more;

    PdfAnchors(PublicationArchive archive, @Value("${lienthong.incoming.pdf-anchors:}") String file) {
        this.archive = archive;
        this.more = file.isBlank() ? Optional.empty() : Optional.of(Path.of(file));
    }

    PdfTrust trust() {
        List<X509Certificate> anchors = new ArrayList<>();
        try {
            anchors.addAll(read(archive.anchor().toByteArray()));
            if (more.isPresent()) {
                anchors.addAll(read(Files.readAllBytes(more.get())));
            }
        } catch (IOException | CertificateException e) {
            LOG.warn("Cannot read the authorities behind signatures in PDF files: {}", e.toString());
        }
        return new PdfTrust(anchors, List.of());
    }

    private static List<X509Certificate> read(byte[] pem) throws CertificateException, IOException {
        try (InputStream in = new ByteArrayInputStream(pem)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            return all.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
