package vn.lienthong.core.edxml;

import vn.lienthong.core.value.BoundedText;

/**
 * A file of a message.
 *
 * @param index position among the files, from 0
 * @param contentId the identifier that joins manifest and content, without {@code cid:}, at most 200 characters; may be empty
 * @param name as written, 1 to 500 characters; for display and for {@code FileName.sanitise}, never for a path
 * @param description at most 500 characters; may be empty
 * @param mediaType by the first octets, not by what the message claims; {@code application/octet-stream} when unknown
 * @param size octets after base64
 * @param wrapped whether it looks like the ZIP of one file that systems put around everything but PDF and Word files: then
 *     {@link EdxmlZip#unwrap} finds the file that is meant; false for files to be written
 */
public record EdxmlAttachment(
        int index, String contentId, String name, String description, String mediaType, long size, boolean wrapped) {

    /** Checks lengths and ranges. */
    public EdxmlAttachment {
        contentId = BoundedText.line("content id", contentId, 0, 200);
        name = BoundedText.line("attachment name", name, 1, 500);
        description = BoundedText.line("description", description, 0, 500);
        mediaType = BoundedText.line("media type", mediaType, 1, 200);
        if (index < 0 || size < 0) {
            throw new IllegalArgumentException("index and size are not negative");
        }
    }

    /** Names are content: they are not printed. */
    @Override
    public String toString() {
        return "EdxmlAttachment[" + index + ", " + mediaType + ", " + size + "]";
    }
}
