package vn.lienthong.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;

/** A dispatch whose files are being read. Closing it without {@link #submit} leaves nothing behind. Not thread-safe. */
public interface OpenDispatch extends AutoCloseable {

    /** Recipients that were left out, as the order allowed. */
    List<RecipientCheck> leftOut();

    /**
     * Takes the next file; it is sealed while it is read.
     *
     * @throws vn.lienthong.node.documents.SealingException when the document is too large, has too many files or there is no room
     * @throws IOException when reading or the store fails
     */
    void addFile(String name, String mediaType, InputStream content) throws IOException;

    /**
     * Completes the parcel and takes responsibility for it.
     *
     * <p>Guarantees: when this throws, either nothing is kept or the parcel is complete and on its way; the same order sent again
     * under its key tells which.
     *
     * @return what came of it
     * @throws IOException when the store fails
     */
    Completion submit() throws IOException;

    @Override
    void close() throws IOException;
}
