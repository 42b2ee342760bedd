package vn.lienthong.core.edxml;

/**
 * Bounds of a message. What is beyond is refused before it takes memory.
 *
 * @param message octets of the whole message
 * @param depth nested elements
 * @param elements all elements
 * @param markup characters of one tag with its attributes, of one comment or instruction
 * @param text characters of one text outside the content of files
 * @param attachments files, at most 500
 * @param attachment octets of one file after base64, and of the file in a ZIP after inflation
 */
public record EdxmlLimits(
        long message, int depth, int elements, int markup, int text, int attachments, long attachment) {

    /** A message of 1 GiB with files of at most 512 MiB. */
    public static final EdxmlLimits STANDARD =
            new EdxmlLimits(1L << 30, 32, 50_000, 16 << 10, 64 << 10, 500, 512L << 20);

    /** Refuses bounds that allow nothing. */
    public EdxmlLimits {
        if (message < 1 || depth < 1 || elements < 1 || markup < 16 || text < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (attachments < 0 || attachments > 500 || attachment < 0) {
            throw new IllegalArgumentException("limits of files are out of range");
        }
    }

    /** Returns the same with other bounds for the message and for one file, in octets. */
    public EdxmlLimits sizes(long newMessage, long newAttachment) {
        return new EdxmlLimits(newMessage, depth, elements, markup, text, attachments, newAttachment);
    }
}
