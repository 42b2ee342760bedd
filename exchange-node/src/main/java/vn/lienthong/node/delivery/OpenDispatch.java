package vn.lienthong.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.message.ParcelId;

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
     * Takes responsibility: when this returns, the parcel would survive a loss of power and is on its way.
     *
     * @return the parcel; that of the first order when the same order was carried out meanwhile
     * @throws IOException when the store fails
     */
    ParcelId submit() throws IOException;

    @Override
    void close() throws IOException;
}
