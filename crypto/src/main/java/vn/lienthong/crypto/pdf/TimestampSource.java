package vn.lienthong.crypto.pdf;

import java.io.IOException;

/** Someone who issues RFC 3161 timestamps. */
@FunctionalInterface
public interface TimestampSource {

    /**
     * Has a digest timestamped.
     *
     * @param sha256 the SHA-256 digest to be stamped
     * @return the DER {@code TimeStampToken} over exactly this digest
     * @throws IOException when no token can be had now
     */
    byte[] timestamp(byte[] sha256) throws IOException;
}
