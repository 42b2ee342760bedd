package vn.lienthong.crypto.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** The pages of an opened file, not marked yet: stays inside this package. */
interface PageImages extends Closeable {

    /** How many pages there are, at least 1. */
    int pages();

    /**
     * Draws a page.
     *
     * @param index from 0, below {@link #pages()}
     * @param width in pixels
     * @throws IOException when it cannot be read
     * @throws BoundedRenderer.Stop when it takes too much
     */
    BufferedImage draw(int index, int width) throws IOException;

    @Override
    default void close() throws IOException {
        // Nothing is held open by most.
    }
}
