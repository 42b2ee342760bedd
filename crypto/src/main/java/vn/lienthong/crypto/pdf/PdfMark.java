package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.MarkWriter;

/** Writes words across every page of a PDF that this program has made, so that nobody takes its print for a valid one. */
public final class PdfMark {

    private PdfMark() {}

    /**
     * Marks all pages: large and pale across the middle, small and dark at the top.
     *
     * @param pdf made by this program and not signed yet; signatures would not survive
     * @param words what is written; one line
     * @param out where the marked file goes; not closed
     * @throws IOException when {@code out} fails, or the octets are no PDF
     */
    public static void write(byte[] pdf, String words, OutputStream out) throws IOException {
        new MarkWriter(words).write(pdf, out);
    }
}
