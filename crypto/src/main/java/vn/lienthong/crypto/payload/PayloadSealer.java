package vn.lienthong.crypto.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import vn.lienthong.crypto.Digest;

/** Seals a whole payload in one pass and returns everything that the header and the envelope say of it. */
public final class PayloadSealer {

    private static final int BUFFER = 4 * PayloadFormat.CHUNK;

    private PayloadSealer() {}

    /** Seals with segments of 8 MiB; reads the plain stream to its end and closes the sealed one. */
    public static SealedPayload seal(InputStream plain, OutputStream sealed, PayloadKey key, PayloadContext context)
            throws IOException {
        MessageDigest plainDigest = Digest.engine("SHA-512");
        DigestingOutputStream digesting = new DigestingOutputStream(sealed);
        long size = 0;
        try (SealingOutputStream sealing = new SealingOutputStream(digesting, key, context)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                plainDigest.update(buffer, 0, read);
                sealing.write(buffer, 0, read);
                size += read;
            }
        }
        return new SealedPayload(size, Digest.of(plainDigest.digest()), digesting.digests());
    }
}
