package vn.lienthong.node.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file for the browser to save.
 *
 * @param fileName as people know it, Vietnamese letters included, without path
 * @param mediaType sent along; the browser never opens the file in the page
 * @param size in octets, or -1 when not known beforehand
 * @param content writes it
 */
public record Download(String fileName, String mediaType, long size, Content content) {
    /** Writes the octets of a file; called at most once. */
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out not to be closed
         * @throws IOException when either side breaks off
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
