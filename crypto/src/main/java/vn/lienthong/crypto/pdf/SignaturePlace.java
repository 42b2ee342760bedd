package vn.lienthong.crypto.pdf;

/**
 * Where on a document a signature belongs, and how large that page is.
 *
 * @param room the place
 * @param pageWidth in points
 * @param pageHeight in points
 * @param pages how many pages the document has
 * @param found whether the name of the signer was found; otherwise the place is the usual one, low on the right of the last page
 */
public record SignaturePlace(PageBox room, double pageWidth, double pageHeight, int pages, boolean found) {}
