package vn.lienthong.crypto.pdf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.crypto.internal.pdf.TextReading;

/**
 * Reads the text layer of a document.
 *
 * <p>Guarantees: hostile documents give nothing and no exception; pages, characters, operators and time are bounded; nothing is
 * fetched, no file is written in clear. Does not guarantee: that the words are those that are seen; a scan has none.
 */
public final class PdfTextReader {

    private final InstantSource clock;

    /** Makes a reader; it may be used by several threads. */
    public PdfTextReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads the first pages and the last one.
     *
     * @param pdf hostile
     * @param firstPages how many from the beginning, at least 1
     * @param deadline when to give up
     * @return empty when the document cannot be read so; at most 200 000 characters in each order
     */
    public Optional<PdfText> read(byte[] pdf, int firstPages, Instant deadline) {
        return new TextReading(clock, deadline).read(pdf, Math.max(1, firstPages));
    }
}
