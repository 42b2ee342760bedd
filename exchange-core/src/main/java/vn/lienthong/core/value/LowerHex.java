package vn.lienthong.core.value;

/** The one accepted spelling of digests: lower-case hexadecimal of an exact length. */
final class LowerHex {

    private LowerHex() {}

    static boolean isLowerHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(LowerHex::isDigit);
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
