package vn.lienthong.node.soap.internal.access;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import org.w3c.dom.Element;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** The certificate that a signed message brings along. It counts only by being registered to a key. */
final class TokenCertificate {

    private static final int LONGEST = 16_384;
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final String WHERE = "Header/Security/BinarySecurityToken";

    private TokenCertificate() {}

    /**
     * Reads the token.
     *
     * @throws ProblemException when it is no certificate, is too weak or not valid now
     */
    static X509Certificate of(Element token, Instant now) {
        X509Certificate certificate = parse(token.getTextContent().replaceAll("\\s+", ""));
        if (!isStrong(certificate.getPublicKey())) {
            throw Unfit.invalid(WHERE, "Khóa quá yếu: cần RSA từ 2048 bit hoặc EC từ 256 bit");
        }
        boolean valid = !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
        if (!valid) {
            throw new ProblemException(
                    ErrorCode.CREDENTIALS_EXPIRED,
                    Unfit.invalid(WHERE, "Chứng thư hết hạn hoặc chưa có hiệu lực")
                            .errors());
        }
        return certificate;
    }

    private static X509Certificate parse(String base64) {
        try {
            if (base64.length() <= LONGEST
                    && CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(
                                            Base64.getDecoder().decode(base64)))
                            instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException | IllegalArgumentException e) {
            // Hostile octets; told below.
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return Unfit.malformed(WHERE, "Không phải chứng thư X.509 mã hóa base64");
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= EC_BITS;
            default -> false;
        };
    }
}
