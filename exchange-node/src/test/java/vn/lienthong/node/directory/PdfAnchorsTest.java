package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfAnchorsTest {

    @TempDir
    private Path folder;

    /** Two authorities that every Java trusts. */
    private static String someAuthorities() throws IOException, GeneralSecurityException {
        Path trusted = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(trusted)) {
            store.load(in, null);
        }
        List<String> aliases = new ArrayList<>(Collections.list(store.aliases()));
        StringBuilder pem = new StringBuilder();
        for (String alias : aliases.subList(0, 2)) {
            Certificate certificate = store.getCertificate(alias);
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }

    @Test
    void readsAllCertificatesOfAFile() throws IOException, GeneralSecurityException {
        Path file = Files.writeString(folder.resolve("ca.pem"), someAuthorities(), StandardCharsets.US_ASCII);
        assertThat(PdfAnchors.read(file)).hasSize(2);
        assertThat(PdfAnchors.files(file)).containsExactly(file);
    }

    @Test
    void looksIntoAFolderForCertificatesOnly() throws IOException {
        for (String name : List.of("b.crt", "a.pem", "c.cer", "notes.txt", "d.pem.bak")) {
            Files.writeString(folder.resolve(name), "x");
        }
        assertThat(PdfAnchors.files(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.pem", "b.crt", "c.cer");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(PdfAnchors.files(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoCertificateOrTooLarge() throws IOException {
        Path nonsense = Files.writeString(
                folder.resolve("x.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> PdfAnchors.read(nonsense)).isInstanceOf(CertificateException.class);
        Path large = folder.resolve("large.pem");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((1L << 20) + 1);
        }
        assertThatThrownBy(() -> PdfAnchors.read(large)).isInstanceOf(IOException.class);
    }
}
