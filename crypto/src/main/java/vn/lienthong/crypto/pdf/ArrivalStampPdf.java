package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.ArrivalStampWriter;

/** Writes arrival stamps as PDF. No signed file is ever touched: the stamp is a paper of its own. */
public final class ArrivalStampPdf {

    private ArrivalStampPdf() {}

    /** What the stamp is printed on. */
    public enum Paper {
        /** A page as large as the stamp. */
        ALONE,
        /** An A4 page with nothing but the stamp, below number and notation at the left: printed over a printed first page. */
        OVER_LEFT,
        /** The same below place and date at the right. */
        OVER_RIGHT
    }

    /**
     * Writes a stamp.
     *
     * @throws IOException when {@code out} fails
     */
    public static void write(ArrivalStamp stamp, Paper paper, OutputStream out) throws IOException {
        new ArrivalStampWriter(stamp).write(paper, out);
    }
}
