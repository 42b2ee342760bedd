package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import java.io.IOException;

/** Opens documents for iText with a bound on what their streams may inflate to. */
final class BoundedReader {

    private static final int MAX_STREAM = 64 << 20;
    private static final long MAX_ALL_STREAMS = 200L << 20;

    private BoundedReader() {}

    static PdfReader open(byte[] pdf) throws IOException {
        ReaderProperties properties = new ReaderProperties().setMemoryLimitsAwareHandler(new EveryStream());
        return new PdfReader(new RandomAccessSourceFactory().createSource(pdf), properties);
    }

    /** Counts streams with a single filter too: the library's default only looks at filter chains. */
    private static final class EveryStream extends MemoryLimitsAwareHandler {

        EveryStream() {
            setMaxSizeOfSingleDecompressedPdfStream(MAX_STREAM);
            setMaxSizeOfDecompressedPdfStreamsSum(MAX_ALL_STREAMS);
        }

        @Override
        public MemoryLimitsAwareHandler createNewInstance() {
            return new EveryStream();
        }

        @Override
        public boolean isMemoryLimitsAwarenessRequiredOnDecompression(PdfArray filters) {
            return true;
        }
    }
}
