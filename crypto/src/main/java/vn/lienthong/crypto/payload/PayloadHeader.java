package vn.lienthong.crypto.payload;

import java.util.Arrays;

/** The first 56 octets of a sealed payload. */
final class PayloadHeader {

    private PayloadHeader() {}

    static ChunkCipher check(byte[] header, PayloadKey key, byte[] context) throws PayloadException {
        if (header.length != PayloadFormat.HEADER) {
            throw new PayloadException(PayloadException.Reason.TRUNCATED, "the payload has no whole header");
        }
        byte[] salt = Arrays.copyOf(header, ChunkCipher.SALT);
        ChunkCipher cipher = ChunkCipher.derive(key.expose(), salt, context);
        if (!cipher.commitsTo(Arrays.copyOfRange(header, ChunkCipher.SALT, PayloadFormat.HEADER))) {
            throw new PayloadException(
                    PayloadException.Reason.WRONG_KEY_OR_CONTEXT, "sealed with another key or for another parcel");
        }
        return cipher;
    }
}
