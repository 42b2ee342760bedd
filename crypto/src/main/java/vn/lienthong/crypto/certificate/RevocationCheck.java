package vn.lienthong.crypto.certificate;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import vn.lienthong.crypto.internal.certificate.RevocationCodec;

/** Whether octets are a current revocation list of an authority. */
public sealed interface RevocationCheck {

    /** The largest list that is looked at, in octets. */
    int MAX_SIZE = 8 * 1024 * 1024;

    /**
     * They are.
     *
     * @param number the list's number; a consumer refuses a list older than the one it has
     * @param thisUpdate when the list was made
     * @param nextUpdate until when it counts as current
     * @param revoked the serial numbers
     */
    record Current(BigInteger number, Instant thisUpdate, Instant nextUpdate, Set<BigInteger> revoked)
            implements RevocationCheck {

        /** Copies the set. */
        public Current {
            revoked = Set.copyOf(revoked);
        }
    }

    /**
     * They are not.
     *
     * @param detail why, in English
     */
    record Refused(String detail) implements RevocationCheck {}

    /** Reads a list in DER and checks the issuer, its signature and the time. */
    static RevocationCheck of(byte[] der, X509Certificate authority, Instant at) {
        if (der.length > MAX_SIZE) {
            return new Refused("the list is larger than " + MAX_SIZE + " octets");
        }
        return RevocationCodec.check(der, authority, at);
    }
}
