package vn.lienthong.node.register;

import vn.lienthong.crypto.pdf.ArrivalStampPdf;
import vn.lienthong.node.web.Download;

/** Papers about a line of an incoming book, as PDF. Each is an event before it is handed out. */
public interface Prints {

    /**
     * The paper on which the handling is decided (phiếu giải quyết), in three parts.
     *
     * @param entry of an incoming book
     * @param words what is known
     * @param link what its square code says, for example the address of the document's page
     */
    Download handlingSlip(RegisterEntry entry, HandlingWords words, String link);

    /**
     * The arrival stamp.
     *
     * @param entry of an incoming book
     * @param paper alone, or on an empty page to be printed over a printed document
     */
    Download arrivalStamp(RegisterEntry entry, ArrivalStampPdf.Paper paper);
}
