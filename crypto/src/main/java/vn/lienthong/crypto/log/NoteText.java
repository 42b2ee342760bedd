package vn.lienthong.crypto.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Strict reading of the few kinds of text that the formats of the log are made of: each value has one spelling. */
final class NoteText {

    private static final int MAX_DIGITS = 19;
    private static final int MAX_NAME = 255;
    private static final int NEXT_LINE = 0x85;

    private NoteText() {}

    /** Reads UTF-8 without control characters other than the line end. */
    static String text(byte[] octets, int max, String what) throws LogFormatException {
        if (octets.length > max) {
            throw new LogFormatException("the " + what + " is larger than " + max + " octets");
        }
        for (byte octet : octets) {
            if (octet >= 0 && octet < ' ' && octet != '\n') {
                throw new LogFormatException("a control character in the " + what);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LogFormatException("the " + what + " is not UTF-8");
        }
    }

    static long decimal(String digits, String what) throws LogFormatException {
        boolean plain = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!plain) {
            throw new LogFormatException("the " + what + " is not a plain decimal number");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new LogFormatException("the " + what + " is too large");
        }
    }

    static byte[] base64(String text, String what) throws LogFormatException {
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            // the decoder of the JDK forgives missing padding and stray bits
            if (Arrays.equals(Base64.getEncoder().encode(octets), text.getBytes(StandardCharsets.UTF_8))) {
                return octets;
            }
        } catch (IllegalArgumentException e) {
            throw new LogFormatException("the " + what + " is not base64");
        }
        throw new LogFormatException("the " + what + " is not base64 in its only spelling");
    }

    /** Tells whether a text may name a key or a log: 1 to 255 octets without white space, plus or control characters. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && StandardCharsets.UTF_8.newEncoder().canEncode(name)
                && name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME
                && name.codePoints().noneMatch(NoteText::isForbiddenInNames);
    }

    private static boolean isForbiddenInNames(int c) {
        return c < ' ' || c == '+' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static String name(String name, String what) throws LogFormatException {
        if (!isName(name)) {
            throw new LogFormatException("the " + what + " is not a name");
        }
        return name;
    }
}
