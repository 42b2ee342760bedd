package vn.lienthong.node.protection.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What stands in front of sealed octets: four that name the form, and the number of the key's version. */
final class SealedForm {

    static final int PREFIX = 8;

    private static final byte[] MAGIC = {'L', 'T', 'F', 1};

    private SealedForm() {}

    static byte[] prefix(int version) {
        return ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(version).array();
    }

    /** The version; empty when these octets were not sealed in this form. */
    static Optional<Integer> version(byte[] sealed) {
        return sealed.length >= PREFIX && Arrays.equals(sealed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                ? Optional.of(ByteBuffer.wrap(sealed).getInt(MAGIC.length))
                : Optional.empty();
    }
}
