package vn.lienthong.node.soap.internal.operation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** A file whose digest was told before: at its end it is refused when it is another. */
final class CheckedStream extends FilterInputStream {

    private final MessageDigest digest;
    private final String expected;
    private final String where;

    CheckedStream(InputStream file, String expected, String where) {
        super(file);
        this.digest = sha512();
        this.expected = expected;
        this.where = where;
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-512", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int read = super.read(octets, offset, length);
        if (read > 0) {
            digest.update(octets, offset, read);
        } else if (read < 0) {
            // A digest begins anew once it was taken; a second end of the file is no other file.
            check();
        }
        return read;
    }

    private void check() {
        byte[] found = clonedDigest();
        if (!HexFormat.of().formatHex(found).equals(expected)) {
            throw Unfit.invalid(where, "Không phải mã băm của tệp đính kèm");
        }
    }

    private byte[] clonedDigest() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-512 can be copied", e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) throws IOException {
        // What is skipped must be digested too.
        return read(new byte[(int) Math.min(count, 8192)]);
    }
}
