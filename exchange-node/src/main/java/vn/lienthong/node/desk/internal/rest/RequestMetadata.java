package vn.lienthong.node.desk.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.party.AgencyCode;

/**
 * The first part of a request to send, read and found in order.
 *
 * @param recipients as the sender named them, in that order; 1 to 500, none twice
 * @param allowPartial whether the document goes to the others when some recipients cannot be served
 * @param expiresAt when delivery is given up; empty for the usual time
 * @param document what is known about the document
 */
record RequestMetadata(
        List<AgencyCode> recipients, boolean allowPartial, Optional<Instant> expiresAt, DocumentMetadata document) {

    RequestMetadata {
        recipients = List.copyOf(recipients);
    }
}
