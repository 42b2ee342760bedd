package vn.lienthong.node.outgoing.internal.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import vn.lienthong.crypto.pdf.PngImage;

/** The small files of a signing form, read into memory and never onto the disk: certificates, pictures, signature values. */
final class SignForm {

    private static final int MOST_PARTS = 20;

    private final Map<String, byte[]> parts;

    private SignForm(Map<String, byte[]> parts) {
        this.parts = Map.copyOf(parts);
    }

    /**
     * Reads a form.
     *
     * @throws IOException when it is none, or too large
     */
    static SignForm read(HttpServletRequest request) throws IOException {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        Map<String, byte[]> parts = new HashMap<>();
        try {
            FileItemInputIterator items = upload.getItemIterator(request);
            while (items.hasNext()) {
                FileItemInput item = items.next();
                byte[] octets = item.getInputStream().readNBytes(PngImage.MAX_BYTES + 1);
                if (octets.length > PngImage.MAX_BYTES || parts.size() == MOST_PARTS) {
                    throw new IOException("the form is too large");
                }
                parts.put(Objects.requireNonNullElse(item.getFieldName(), ""), octets);
            }
        } catch (RuntimeException hostile) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new IOException("the form cannot be read", hostile);
        }
        return new SignForm(parts);
    }

    /** A field as text; empty without. */
    String text(String name) {
        return new String(octets(name), StandardCharsets.UTF_8).strip();
    }

    /** A field or file; no octets without. */
    byte[] octets(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    /** A picture; empty when none was chosen or it is no PNG. */
    Optional<PngImage> image(String name) {
        try {
            return Optional.of(PngImage.of(octets(name)));
        } catch (IllegalArgumentException noPicture) {
            return Optional.empty();
        }
    }

    /** The certificates in a file or a pasted text, PEM, DER or PKCS#7, the signer's first; none when they cannot be read. */
    static List<X509Certificate> certificates(byte[] octets) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            Collection<?> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(octets));
            for (Object one : found) {
                if (one instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
        } catch (CertificateException | RuntimeException hostile) {
            // Hostile octets: whatever the parser throws means that there is no certificate.
            return List.of();
        }
        return signerFirst(chain);
    }

    private static List<X509Certificate> signerFirst(List<X509Certificate> chain) {
        List<X509Certificate> sorted = new ArrayList<>(chain);
        sorted.sort((left, right) -> Integer.compare(left.getBasicConstraints(), right.getBasicConstraints()));
        return List.copyOf(sorted);
    }
}
