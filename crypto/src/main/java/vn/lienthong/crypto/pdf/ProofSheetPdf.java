package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.ProofSheetWriter;

/** Writes proof sheets as PDF: A4, fonts embedded, attachments as associated files. */
public final class ProofSheetPdf {

    private ProofSheetPdf() {}

    /**
     * Writes a sheet. One page as long as its table has some twenty rows.
     *
     * @throws IOException when {@code out} fails
     */
    public static void write(ProofSheet sheet, OutputStream out) throws IOException {
        new ProofSheetWriter(sheet).write(out);
    }
}
