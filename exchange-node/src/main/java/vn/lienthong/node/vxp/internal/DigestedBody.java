package vn.lienthong.node.vxp.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import vn.lienthong.core.value.Sha256;

/** A message whose digest is compared when its end has come: a wrong one is a failure of the reading, so that nothing is kept. */
final class DigestedBody extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private final String expected;
    private final boolean unpadded;
    private boolean checked;

    /**
     * Watches a message.
     *
     * @param expected hex digits; empty to let everything pass
     * @param unpadded whether octets below 16 may be written with one digit
     */
    DigestedBody(InputStream message, String expected, boolean unpadded) {
        super(message);
        this.expected = expected.strip().toLowerCase(Locale.ROOT);
        this.unpadded = unpadded;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        if (octet >= 0) {
            digest.update((byte) octet);
        } else {
            check();
        }
        return octet;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int read = in.read(octets, offset, length);
        if (read > 0) {
            digest.update(octets, offset, read);
        } else if (read < 0) {
            check();
        }
        return read;
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() throws IOException {
        if (checked) {
            return;
        }
        checked = true;
        byte[] computed = digest.digest();
        boolean fits = expected.isEmpty()
                || same(HexFormat.of().formatHex(computed))
                || (unpadded && same(unpadded(computed)));
        if (!fits) {
            throw new WrongDigestException();
        }
    }

    private boolean same(String hex) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** The form of the kit: each octet without its leading zero. */
    static String unpadded(byte[] digest) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest) {
            hex.append(Integer.toHexString(octet & 0xff));
        }
        return hex.toString();
    }

    /** What came is not what was signed. */
    static final class WrongDigestException extends IOException {

        private static final long serialVersionUID = 1L;

        WrongDigestException() {
            super("the message differs from its digest");
        }
    }
}
