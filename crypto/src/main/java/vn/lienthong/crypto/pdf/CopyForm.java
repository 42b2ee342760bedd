package vn.lienthong.crypto.pdf;

/** The forms of an electronic copy (Decree 30/2020/NĐ-CP Art. 25; words on the copy: Annex I, box 14). */
public enum CopyForm {
    /** The whole document, from the original or the main copy. */
    FULL_COPY("SAO Y"),
    /** The whole document, from a full copy. */
    COPY_OF_COPY("SAO LỤC"),
    /** A part of the document. */
    EXTRACT("TRÍCH SAO");

    private final String words;

    CopyForm(String words) {
        this.words = words;
    }

    /** Returns the words that the decree puts on the copy. */
    public String words() {
        return words;
    }
}
