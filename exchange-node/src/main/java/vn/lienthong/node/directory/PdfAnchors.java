package vn.lienthong.node.directory;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;

/**
 * The authorities behind signatures inside PDF files, for all that check some: the one of this exchange, and those that the
 * administrator has put into the place {@code lienthong.documents.trust}: one file, or a folder with files that end in
 * {@code .pem}, {@code .crt} or {@code .cer}. Without the setting it is the folder {@code trust} of the data directory.
 *
 * <p>Guarantees: what is put there counts at once; a file that cannot be read is reported and passed over.
 */
@Component
@InNodeRole
public class PdfAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(PdfAnchors.class);
    private static final int MOST_FILES = 200;
    private static final long LARGEST = 1L << 20;

    private final NodeKeyRenewal node;
    private final PublicationArchive archive;
    private final Path place;

    PdfAnchors(
            NodeKeyRenewal node,
            PublicationArchive archive,
            DataDirectory data,
            @Value("${lienthong.documents.trust:}") String place) {
        this.node = node;
        this.archive = archive;
        this.place = place.isBlank() ? data.root().resolve("trust") : Path.of(place);
    }

    /** The authorities as they are now. */
    public PdfTrust trust() {
        Set<X509Certificate> anchors = new LinkedHashSet<>();
        anchors.add(node.identity().authority());
        try {
            anchors.addAll(read(archive.anchor().toByteArray()));
        } catch (IOException | CertificateException e) {
            LOG.warn("Cannot read the anchor of the exchange: {}", e.toString());
        }
        for (Path file : files(place)) {
            try {
                anchors.addAll(read(file));
            } catch (IOException | CertificateException e) {
                LOG.warn("Cannot read the authority in {}: {}", file.getFileName(), e.toString());
            }
        }
        return new PdfTrust(new ArrayList<>(anchors), List.of());
    }

    /** The files of a place, in the order of their names; none when there is no such place. */
    static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.isRegularFile(place) ? List.of(place) : List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().matches("(?s).*\\.(crt|pem|cer)"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            LOG.warn("Cannot look into the folder of authorities: {}", e.toString());
            return List.of();
        }
    }

    static List<X509Certificate> read(Path file) throws CertificateException, IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than a file of certificates");
        }
        return read(Files.readAllBytes(file));
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
