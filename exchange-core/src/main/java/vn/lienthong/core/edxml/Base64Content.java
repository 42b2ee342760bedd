package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Decodes base64 as it comes in pieces of text: white space is passed over, missing padding at the end is forgiven, nothing else. */
final class Base64Content {

    private static final int STEP = 12 << 10;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte WRONG = -1;
    private static final byte SPACE = -2;
    private static final byte PADDING = -3;
    private static final byte[] VALUES = values();

    private final String element;
    private final OutputStream target;
    private final FileProbe probe;
    private final long longest;
    private final byte[] octets = new byte[STEP];
    private int filled;
    private int bits;
    private int sextets;
    private int padding;

    Base64Content(String element, OutputStream target, FileProbe probe, long longest) {
        this.element = element;
        this.target = target;
        this.probe = probe;
        this.longest = longest;
    }

    void pass(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            char character = text[i];
            byte value = character < VALUES.length ? VALUES[character] : WRONG;
            if (value >= 0) {
                add(value);
            } else if (value == PADDING) {
                padding++;
            } else if (value == WRONG) {
                throw wrong();
            }
        }
    }

    void finish() throws IOException {
        boolean padded = padding == 0 || sextets + padding == 4;
        if (sextets == 1 || !padded) {
            throw wrong();
        }
        if (sextets > 1) {
            put(bits >> (sextets == 2 ? 4 : 10));
        }
        if (sextets == 3) {
            put(bits >> 2);
        }
        flush();
    }

    private void add(byte value) throws IOException {
        if (padding > 0) {
            throw wrong();
        }
        bits = bits << 6 | value;
        if (++sextets == 4) {
            put(bits >> 16);
            put(bits >> 8);
            put(bits);
            sextets = 0;
            bits = 0;
        }
    }

    private void put(int octet) throws IOException {
        octets[filled++] = (byte) octet;
        if (filled == STEP) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (probe.size() + filled > longest) {
            throw new FaultException(element, EdxmlRule.FILE_SIZE, "≤ " + longest + " B");
        }
        probe.pass(octets, 0, filled);
        target.write(octets, 0, filled);
        filled = 0;
    }

    private FaultException wrong() {
        return new FaultException(element, EdxmlRule.BASE64);
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, WRONG);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        for (char space : new char[] {' ', '\t', '\n', '\r'}) {
            values[space] = SPACE;
        }
        values['='] = PADDING;
        return values;
    }
}
