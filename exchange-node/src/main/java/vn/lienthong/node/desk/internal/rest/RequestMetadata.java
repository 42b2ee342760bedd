package vn.lienthong.node.desk.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.desk.internal.upload.UploadId;

/**
 * The first part of a request to send, read and found in order.
 *
 * @param recipients as the sender named them, in that order; 1 to 500, none twice
 * @param allowPartial whether the document goes to the others when some recipients cannot be served
 * @param expiresAt when delivery is given up; empty for the usual time
 * @param document what is known about the document
 * @param acknowledged codes of warnings that the sender knows of and does not mind
 * @param files uploads that are the document's files; empty where the files come with the request
 */
record RequestMetadata(
        List<AgencyCode> recipients,
        boolean allowPartial,
        Optional<Instant> expiresAt,
        DocumentMetadata document,
        List<String> acknowledged,
        List<UploadId> files) {

    RequestMetadata {
        recipients = List.copyOf(recipients);
        acknowledged = List.copyOf(acknowledged);
        files = List.copyOf(files);
    }
}
