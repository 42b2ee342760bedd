package vn.lienthong.core.register;

import vn.lienthong.core.document.DocumentCode;

/**
 * A number as it stands on a document.
 *
 * @param number with leading zero and suffix: {@code 05}, {@code 145a}
 * @param mark between number and notation: a slash, a hyphen, or nothing
 * @param notation {@code QĐ-UBND}, {@code BC/ĐU}; may be empty
 */
public record IssuedCode(String number, String mark, String notation) {

    /** Reads back what {@link #display} has written, by the first slash or hyphen. */
    public static IssuedCode ofDisplay(String display) {
        for (int i = 0; i < display.length(); i++) {
            char mark = display.charAt(i);
            if (mark == '/' || mark == '-') {
                return new IssuedCode(display.substring(0, i), String.valueOf(mark), display.substring(i + 1));
            }
        }
        return new IssuedCode(display, "", "");
    }

    /** As people write it: {@code 05/QĐ-UBND}, {@code 05-BC/ĐU}. */
    public String display() {
        return number + mark + notation;
    }

    /** As it travels in the metadata; the mark is not part of it. */
    public DocumentCode forMetadata() {
        return new DocumentCode(number, notation);
    }
}
