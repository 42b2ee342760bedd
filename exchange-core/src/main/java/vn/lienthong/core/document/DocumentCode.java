package vn.lienthong.core.document;

import vn.lienthong.core.value.BoundedText;

/**
 * Number and notation of a document (số, ký hiệu), kept apart: {@code 7816} and {@code VPCP-TTĐT}.
 *
 * @param number at most 30 characters; the rule says 11, numbers of 14 digits occur; may be empty before numbering
 * @param notation at most 60 characters; the rule says 30; may be empty
 */
public record DocumentCode(String number, String notation) {

    /** The longest number by Decree 30/2020, Annex VI. */
    public static final int RULE_NUMBER = 11;

    /** The longest notation by Decree 30/2020, Annex VI. */
    public static final int RULE_NOTATION = 30;

    /** A document that has no number yet. */
    public static final DocumentCode NONE = new DocumentCode("", "");

    /** Checks the lengths. */
    public DocumentCode {
        number = BoundedText.line("code number", number, 0, 30);
        notation = BoundedText.line("code notation", notation, 0, 60);
    }

    /** Returns the form that people write: {@code 7816/VPCP-TTĐT}. */
    public String display() {
        return number.isEmpty() || notation.isEmpty() ? number + notation : number + "/" + notation;
    }
}
