package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import vn.lienthong.crypto.internal.pdf.RegisterSheetWriter;

/** Writes registers as PDF: fonts embedded, pages numbered {@code Trang x/y}. Lines are taken one by one and not kept. */
public final class RegisterSheetPdf {

    private RegisterSheetPdf() {}

    /**
     * Writes a register.
     *
     * @param sheet what stands around the table
     * @param rows its lines; what it throws passes through
     * @param out where to; not closed
     * @throws IOException when {@code out} fails
     */
    public static void write(RegisterSheet sheet, Iterator<RegisterSheet.Row> rows, OutputStream out)
            throws IOException {
        new RegisterSheetWriter(sheet).write(rows, out);
    }
}
