package vn.lienthong.core.edxml;

import java.util.List;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;

/**
 * A document as a message carries it. A message whose {@code BussinessDocType} is 1 is a letter as well: the wish to take the
 * document named in {@code metadata.business()} back.
 *
 * @param metadata every field that the message has; secrecy is always ordinary, and an appointed time cannot be carried
 * @param attachments the files, at most 500, by index
 * @param trace the stations that the message claims, at most 100
 * @param staff who acted at the sender, at most 20
 */
public record EdxmlLetter(
        DocumentMetadata metadata, List<EdxmlAttachment> attachments, List<TraceHop> trace, List<EdxmlStaff> staff) {

    /** The most stations. */
    public static final int MAX_TRACE = 100;

    /** The most people named. */
    public static final int MAX_STAFF = 20;

    /** Bounds the numbers and checks that the files are in order. */
    public EdxmlLetter {
        attachments = List.copyOf(attachments);
        trace = List.copyOf(trace);
        staff = List.copyOf(staff);
        if (attachments.size() > Document.MAX_ATTACHMENTS || trace.size() > MAX_TRACE || staff.size() > MAX_STAFF) {
            throw new IllegalArgumentException("too many files, stations or people");
        }
        for (int i = 0; i < attachments.size(); i++) {
            if (attachments.get(i).index() != i) {
                throw new IllegalArgumentException("files are numbered from 0 in their order");
            }
        }
    }

    /** Returns a letter to be written, without stations and people. */
    public static EdxmlLetter of(DocumentMetadata metadata, List<EdxmlAttachment> attachments) {
        return new EdxmlLetter(metadata, attachments, List.of(), List.of());
    }

    /** Shows no content. */
    @Override
    public String toString() {
        return "EdxmlLetter[" + attachments.size() + "]";
    }
}
