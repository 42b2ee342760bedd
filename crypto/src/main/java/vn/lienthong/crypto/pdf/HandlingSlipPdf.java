package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.HandlingSlipWriter;

/** Writes handling slips as PDF with embedded fonts. */
public final class HandlingSlipPdf {

    private HandlingSlipPdf() {}

    /**
     * Writes a slip.
     *
     * @throws IOException when {@code out} fails
     */
    public static void write(HandlingSlip slip, OutputStream out) throws IOException {
        new HandlingSlipWriter(slip).write(out);
    }
}
