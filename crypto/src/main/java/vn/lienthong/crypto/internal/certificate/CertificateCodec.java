package vn.lienthong.crypto.internal.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Certificate;
import vn.lienthong.crypto.certificate.Certificates;

/** The octets of certificates. The JDK builds the certificate objects, BouncyCastle checks the encoding first. */
public final class CertificateCodec {

    private static final Pattern PEM_BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateCodec() {}

    /** Reads one certificate in DER or PEM; see {@link Certificates#decode}. */
    public static X509Certificate decode(byte[] encoded) throws CertificateException {
        if (encoded.length > 0 && encoded[0] == '-') {
            List<X509Certificate> chain = decodeChain(encoded);
            if (chain.size() != 1) {
                throw new CertificateException("not exactly one certificate");
            }
            return chain.getFirst();
        }
        return decodeDer(encoded);
    }

    private static X509Certificate decodeDer(byte[] der) throws CertificateException {
        if (der.length > Certificates.MAX_SIZE) {
            throw new CertificateException("larger than " + Certificates.MAX_SIZE + " octets");
        }
        try {
            byte[] canonical = Certificate.getInstance(der).getEncoded("DER");
            if (!Arrays.equals(canonical, der)) {
                throw new CertificateException("not in DER");
            }
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (RuntimeException | IOException e) {
            // hostile bytes: every parse that throws anything is a refusal
            throw new CertificateException("not an X.509 certificate", e);
        }
    }

    /** Reads PEM certificates; see {@link Certificates#decodeChain}. */
    public static List<X509Certificate> decodeChain(byte[] pem) throws CertificateException {
        if (pem.length > 2 * Certificates.MAX_SIZE * Certificates.MAX_CHAIN) {
            throw new CertificateException("larger than " + Certificates.MAX_CHAIN + " certificates may be");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : pemBlocks("CERTIFICATE", pem)) {
            if (chain.size() == Certificates.MAX_CHAIN) {
                throw new CertificateException("more than " + Certificates.MAX_CHAIN + " certificates");
            }
            chain.add(decodeDer(der));
        }
        if (chain.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return List.copyOf(chain);
    }

    /**
     * Returns the contents of the PEM blocks with this label.
     *
     * @throws CertificateException if a block is not base64
     */
    public static List<byte[]> pemBlocks(String label, byte[] pem) throws CertificateException {
        List<byte[]> blocks = new ArrayList<>();
        Matcher matcher = PEM_BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            if (matcher.group(1).equals(label)) {
                blocks.add(decodeBase64(matcher.group(2)));
            }
        }
        return blocks;
    }

    private static byte[] decodeBase64(String text) throws CertificateException {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("PEM without base64", e);
        }
    }

    /** Returns a PEM block. */
    public static String toPem(String label, byte[] der) {
        String body = PEM_LINES.encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
