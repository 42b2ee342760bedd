package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;

/**
 * Walks over DER without building objects, to count the recipients of an envelope before a parser allocates one object for
 * each of them.
 */
final class DerScan {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int INTEGER = 0x02;
    private static final int EXPLICIT_0 = 0xA0;
    private static final int MAX_LENGTH_OCTETS = 3;
    private static final int HIGH_TAG = 0x1F;

    private final byte[] der;
    private int position;
    private int end;

    private DerScan(byte[] der) {
        this.der = der;
        this.end = der.length;
    }

    /**
     * Counts the recipients of an AuthEnvelopedData, up to one more than the limit.
     *
     * @throws IOException if the octets do not begin like one
     */
    static int countRecipients(byte[] envelope, int limit) throws IOException {
        DerScan scan = new DerScan(envelope);
        scan.enter(SEQUENCE);
        scan.skip(OBJECT_IDENTIFIER);
        scan.enter(EXPLICIT_0);
        scan.enter(SEQUENCE);
        scan.skip(INTEGER);
        scan.enter(SET);
        int count = 0;
        while (scan.position < scan.end && count <= limit) {
            scan.skipContent(scan.next());
            count++;
        }
        return count;
    }

    private void enter(int tag) throws IOException {
        expect(tag);
        int length = length(tag);
        end = position + length;
    }

    private void skip(int tag) throws IOException {
        expect(tag);
        skipContent(tag);
    }

    private void skipContent(int tag) throws IOException {
        int length = length(tag);
        position += length;
    }

    private void expect(int tag) throws IOException {
        if (next() != tag) {
            throw new IOException("another element is expected");
        }
    }

    private int next() throws IOException {
        if (position >= end) {
            throw new IOException("an element is missing");
        }
        return der[position++] & 0xFF;
    }

    /** Reads a definite length and makes sure that it stays inside the element that is being walked. */
    private int length(int tag) throws IOException {
        if ((tag & HIGH_TAG) == HIGH_TAG) {
            throw new IOException("a tag that no envelope has");
        }
        int first = next();
        int length = first;
        if (first > 0x7F) {
            int octets = first & 0x7F;
            if (octets == 0 || octets > MAX_LENGTH_OCTETS) {
                throw new IOException("a length that no envelope has");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | next();
            }
        }
        if (length > end - position) {
            throw new IOException("an element longer than its container");
        }
        return length;
    }
}
