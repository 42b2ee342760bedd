package vn.lienthong.core.document;

import java.util.List;

/**
 * A document (văn bản): its metadata and the list of its files, in order. This is what {@code document.json} holds.
 *
 * @param metadata what is known about it
 * @param attachments its files, at most 500
 */
public record Document(DocumentMetadata metadata, List<Attachment> attachments) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The most files. */
    public static final int MAX_ATTACHMENTS = 500;

    /** The longest encoding in octets. */
    public static final int MAX_OCTETS = 4 << 20;

    /** Bounds the number of files. */
    public Document {
        attachments = List.copyOf(attachments);
        if (attachments.size() > MAX_ATTACHMENTS) {
            throw new IllegalArgumentException("a document has at most 500 files");
        }
    }

    /** Returns the octets of all files together. */
    public long totalSize() {
        return attachments.stream().mapToLong(Attachment::size).sum();
    }
}
