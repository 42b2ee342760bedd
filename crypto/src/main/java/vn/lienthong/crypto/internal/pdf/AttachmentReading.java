package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.crypto.pdf.PdfAttachments.Limits;

/** Reads the embedded files of a document. */
public final class AttachmentReading {

    private AttachmentReading() {}

    /**
     * Reads them.
     *
     * @throws IOException if the document is none, or demands more than it may
     */
    public static Map<String, byte[]> read(byte[] pdf, Limits limits) throws IOException {
        try (PdfDocument document = new PdfDocument(BoundedReader.open(pdf))) {
            Map<PdfString, PdfObject> tree =
                    document.getCatalog().getNameTree(PdfName.EmbeddedFiles).getNames();
            if (tree.size() > limits.most()) {
                throw new IOException("too many embedded files");
            }
            Map<String, byte[]> files = new LinkedHashMap<>();
            long total = 0;
            for (Map.Entry<PdfString, PdfObject> entry : tree.entrySet()) {
                byte[] content = content(entry.getValue());
                total += content.length;
                if (content.length > limits.largest() || total > limits.together()) {
                    throw new IOException("embedded files are too large");
                }
                files.put(entry.getKey().toUnicodeString(), content);
            }
            return files;
        } catch (RuntimeException hostile) {
            // The octets are hostile: whatever the library throws on them means that they are no document.
            throw new IOException("not a readable PDF", hostile);
        }
    }

    private static byte[] content(PdfObject specification) throws IOException {
        PdfDictionary streams = specification instanceof PdfDictionary one ? one.getAsDictionary(PdfName.EF) : null;
        PdfStream stream = streams == null ? null : streams.getAsStream(PdfName.F);
        if (stream == null) {
            throw new IOException("an embedded file without content");
        }
        return stream.getBytes();
    }
}
