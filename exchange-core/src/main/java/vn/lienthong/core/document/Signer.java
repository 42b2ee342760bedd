package vn.lienthong.core.document;

import vn.lienthong.core.value.BoundedText;

/**
 * Who signed the document, as printed under it; every part may be empty.
 *
 * @param competence {@code TM.}, {@code Q.}, {@code KT.}, {@code TL.}, {@code TUQ.} and the office, at most 100 characters
 * @param position at most 100 characters
 * @param fullName at most 50 characters by the rule, 100 are read
 */
public record Signer(String competence, String position, String fullName) {

    /** Nobody named. */
    public static final Signer NONE = new Signer("", "", "");

    /** Checks the lengths. */
    public Signer {
        competence = BoundedText.line("competence", competence, 0, 100);
        position = BoundedText.line("position", position, 0, 100);
        fullName = BoundedText.line("full name", fullName, 0, 100);
    }

    /** Names are personal data: they are not printed. */
    @Override
    public String toString() {
        return "Signer[…]";
    }
}
