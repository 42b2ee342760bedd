package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.LetterWriter;

/** Writes administrative letters as PDF: A4, margins and type sizes of Decree 30/2020/NĐ-CP Annex I, fonts embedded. */
public final class AdministrativeLetterPdf {

    private AdministrativeLetterPdf() {}

    /**
     * Writes a letter.
     *
     * @return the room between capacity and name on the last page, for the person's signature (box 7c); the agency's
     *     seal (box 8) is placed beside that signature
     * @throws IOException when {@code out} fails
     */
    public static PageBox write(AdministrativeLetter letter, OutputStream out) throws IOException {
        return new LetterWriter(letter).write(out);
    }
}
