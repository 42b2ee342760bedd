package vn.lienthong.crypto.certificate;

import java.math.BigInteger;
import java.time.Instant;

/**
 * An entry of a revocation list.
 *
 * @param serialNumber the certificate's serial number
 * @param revokedAt since when
 */
public record RevokedCertificate(BigInteger serialNumber, Instant revokedAt) {}
