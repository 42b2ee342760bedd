package vn.lienthong.crypto.pdf;

/**
 * The words of a document, in two orders. Never prints itself.
 *
 * @param pages how many pages the document has
 * @param byPlace as the eye reads them: line after line over the whole width of a page
 * @param byBlock as the document writes them: mostly column after column
 */
public record PdfText(int pages, String byPlace, String byBlock) {

    @Override
    public String toString() {
        return "PdfText[" + pages + " pages]";
    }
}
