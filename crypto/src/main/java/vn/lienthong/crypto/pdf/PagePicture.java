package vn.lienthong.crypto.pdf;

/** A page as a picture, or why there is none. */
public sealed interface PagePicture {

    /** The picture. */
    final class Drawn implements PagePicture {

        private final byte[] octets;
        private final String mediaType;
        private final int width;
        private final int height;
        private final int pages;

        /**
         * A picture.
         *
         * @param octets PNG or JPEG; not copied
         * @param mediaType of the octets
         * @param width in pixels
         * @param height in pixels
         * @param pages how many pages the document has
         */
        public Drawn(byte[] octets, String mediaType, int width, int height, int pages) {
            this.octets = octets;
            this.mediaType = mediaType;
            this.width = width;
            this.height = height;
            this.pages = pages;
        }

        /** Returns a copy of the octets. */
        public byte[] octets() {
            return octets.clone();
        }

        /** Returns {@code image/png} or {@code image/jpeg}. */
        public String mediaType() {
            return mediaType;
        }

        /** Returns the width in pixels. */
        public int width() {
            return width;
        }

        /** Returns the height in pixels. */
        public int height() {
            return height;
        }

        /** Returns how many pages the document has. */
        public int pages() {
            return pages;
        }
    }

    /**
     * There is none.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements PagePicture {}

    /** Why a page is not drawn. */
    enum Reason {
        /** The file is larger than allowed. */
        TOO_LARGE,
        /** It is no PDF document, or it is broken. */
        UNREADABLE,
        /** It needs a password. */
        ENCRYPTED,
        /** It has no such page. */
        NO_SUCH_PAGE,
        /** Drawing it would take more memory or steps than allowed. */
        TOO_COMPLEX,
        /** The deadline passed. */
        TIME_EXCEEDED,
        /** Others are being drawn; ask again later. */
        BUSY
    }
}
