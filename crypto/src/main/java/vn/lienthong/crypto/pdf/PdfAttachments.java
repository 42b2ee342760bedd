package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.util.Map;
import vn.lienthong.crypto.internal.pdf.AttachmentReading;

/** Takes the files out of a document into which they were embedded. */
public final class PdfAttachments {

    private PdfAttachments() {}

    /**
     * Reads all embedded files.
     *
     * @param pdf hostile
     * @param limits what it may demand
     * @return content by name, in the order of the document
     * @throws IOException if the document cannot be read, or demands more; the message holds no content
     */
    public static Map<String, byte[]> read(byte[] pdf, Limits limits) throws IOException {
        return AttachmentReading.read(pdf, limits);
    }

    /**
     * How much a document may demand.
     *
     * @param most files
     * @param largest octets of one file
     * @param together octets of all of them
     */
    public record Limits(int most, int largest, long together) {

        /** Refuses limits that allow nothing. */
        public Limits {
            if (most < 1 || largest < 1 || together < 1) {
                throw new IllegalArgumentException("limits are positive");
            }
        }
    }
}
